package org.brandimage.spring;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.brandimage.archive.ValueJson;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineListener;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The events of one run as server-sent events, for any number of clients and at any time: a client
 * that comes late gets what went before, at most the last thousand events. An event has the type's
 * name, a number, and the JSON of {@link ValueJson}; the stream ends with the run. Slow clients
 * hold up the executor, never the run. Thread-safe.
 *
 * <pre>{@code
 * RunEventStream events = new RunEventStream(executor);
 * RunHandle run = pipeline.runAsync(brief, events);
 * return events.subscribe();
 * }</pre>
 */
public final class RunEventStream implements PipelineListener {
  private static final int MOST = 1000;
  private static final ValueJson JSON = ValueJson.create();

  private final Executor executor;
  private final Deque<Message> past = new ArrayDeque<>();
  private final List<Client> clients = new ArrayList<>();
  private long number;
  private boolean ended;

  /**
   * Creates a stream without events.
   *
   * @param executor sends to the clients, such as Boot's {@code applicationTaskExecutor}
   */
  public RunEventStream(Executor executor) {
    this.executor = executor;
  }

  /**
   * Adds a client.
   *
   * @return an emitter without a time-out of its own, to be returned from a controller
   */
  public SseEmitter subscribe() {
    Client client = new Client(new SseEmitter(0L));
    synchronized (this) {
      past.forEach(client.waiting::add);
      client.last = ended;
      if (!ended) {
        clients.add(client);
      }
    }
    client.emitter.onCompletion(() -> remove(client));
    client.emitter.onError(e -> remove(client));
    client.send();
    return client.emitter;
  }

  @Override
  public void onEvent(PipelineEvent event) {
    List<Client> all;
    synchronized (this) {
      Message message = new Message(number++, JSON.write(event), name(event));
      past.add(message);
      if (past.size() > MOST) {
        past.remove();
      }
      ended = event instanceof RunFinished || event instanceof RunFailed;
      all = List.copyOf(clients);
      for (Client client : all) {
        client.waiting.add(message);
        if (client.waiting.size() > MOST) {
          // A client this slow misses the oldest; the numbers of the events show it.
          client.waiting.remove();
        }
        client.last = ended;
      }
      if (ended) {
        clients.clear();
      }
    }
    all.forEach(Client::send);
  }

  private synchronized void remove(Client client) {
    clients.remove(client);
  }

  private static String name(PipelineEvent event) {
    return event.getClass().getSimpleName();
  }

  private record Message(long number, String json, String name) {}

  /** One client, to which one thread at a time sends. Its fields are the stream's to guard. */
  private final class Client {
    private final SseEmitter emitter;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean last;

    Client(SseEmitter emitter) {
      this.emitter = emitter;
    }

    void send() {
      synchronized (RunEventStream.this) {
        if (sending) {
          return;
        }
        sending = true;
      }
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException e) {
        remove(this);
        emitter.completeWithError(e);
      }
    }

    private void drain() {
      try {
        for (Message message = next(); message != null; message = next()) {
          emitter.send(
              SseEmitter.event()
                  .id(Long.toString(message.number()))
                  .name(message.name())
                  .data(message.json(), MediaType.APPLICATION_JSON));
        }
      } catch (IOException | IllegalStateException e) {
        // The client has gone, which the emitter tells its container.
        remove(this);
      }
    }

    /**
     * Returns the next message; ends the sending, and the stream after its last, when none waits.
     */
    private @Nullable Message next() {
      boolean complete;
      synchronized (RunEventStream.this) {
        Message message = waiting.poll();
        if (message != null) {
          return message;
        }
        sending = false;
        complete = last;
      }
      if (complete) {
        emitter.complete();
      }
      return null;
    }
  }
}
