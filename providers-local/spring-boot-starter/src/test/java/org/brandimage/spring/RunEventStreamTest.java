package org.brandimage.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Clients of a stream: early, late, gone. Work of the executor is done on this thread. */
class RunEventStreamTest {
  private static final RunRef RUN = new RunRef("run-1", "order 7");
  private static final PipelineEvent STARTED = new RunStarted(RUN, Duration.ZERO);
  private static final PipelineEvent FINISHED =
      new RunFinished(RUN, 3, Duration.ofSeconds(1), Cost.NONE);
  private static final Pattern EVENT = Pattern.compile("id:(\\d+)\nevent:(\\w+)\ndata:\\{");

  private final Queue<Runnable> work = new ArrayDeque<>();
  private final RunEventStream stream = new RunEventStream(work::add);
  private boolean broken;

  @Test
  void client_fromTheStart_getsEachEventAndTheEnd() throws Exception {
    MvcResult client = client();
    stream.onEvent(STARTED);
    stream.onEvent(progress(1));
    stream.onEvent(FINISHED);
    workAll();

    assertThat(events(client)).containsExactly("0 RunStarted", "1 StageProgress", "2 RunFinished");
    assertThat(ended(client)).isTrue();
  }

  @Test
  void client_thatComesLate_getsWhatWentBeforeAndWhatFollows() throws Exception {
    stream.onEvent(STARTED);
    stream.onEvent(progress(1));
    MvcResult client = client();
    workAll();
    assertThat(events(client)).containsExactly("0 RunStarted", "1 StageProgress");
    assertThat(ended(client)).isFalse();

    stream.onEvent(FINISHED);
    workAll();

    assertThat(events(client)).last().isEqualTo("2 RunFinished");
    assertThat(ended(client)).isTrue();
  }

  @Test
  void client_thatComesAfterTheEnd_getsAllAndTheEnd() throws Exception {
    stream.onEvent(STARTED);
    stream.onEvent(FINISHED);
    MvcResult client = client();
    workAll();

    assertThat(events(client)).containsExactly("0 RunStarted", "1 RunFinished");
    assertThat(ended(client)).isTrue();
  }

  @Test
  void client_thatComesAfterAThousandEvents_getsTheLastThousand() throws Exception {
    for (int i = 1; i <= 1005; i++) {
      stream.onEvent(progress(i));
    }
    MvcResult client = client();
    workAll();

    assertThat(events(client)).hasSize(1000).startsWith("5 StageProgress");
  }

  @Test
  void client_thatLeaves_getsNoMoreWorkAndOthersGoOn() throws Exception {
    MvcResult leaving = client();
    stream.onEvent(STARTED);
    workAll();
    broken = true;
    stream.onEvent(progress(1));
    workAll();
    broken = false;
    MvcResult staying = client();
    workAll();

    stream.onEvent(progress(2));
    assertThat(work).as("clients that are sent to").hasSize(1);
    stream.onEvent(FINISHED);
    workAll();

    assertThat(events(leaving)).containsExactly("0 RunStarted");
    assertThat(events(staying))
        .containsExactly("0 RunStarted", "1 StageProgress", "2 StageProgress", "3 RunFinished");
    assertThat(ended(staying)).isTrue();
  }

  @Test
  void executor_thatTakesNoWork_endsTheClientAndNotTheRun() throws Exception {
    RunEventStream full =
        new RunEventStream(
            task -> {
              throw new RejectedExecutionException("full");
            });
    MvcResult client = client(full);
    full.onEvent(STARTED);

    assertThat(ended(client)).isTrue();
    assertThat(events(client)).isEmpty();
  }

  private MvcResult client() throws Exception {
    return client(stream);
  }

  private MvcResult client(RunEventStream events) throws Exception {
    MockMvc mvc =
        MockMvcBuilders.standaloneSetup(new Events(events)).addFilters(breaking()).build();
    return mvc.perform(get("/events")).andReturn();
  }

  private void workAll() {
    for (Runnable task = work.poll(); task != null; task = work.poll()) {
      task.run();
    }
  }

  /** The emitter was completed: the request goes back to its container. */
  private static boolean ended(MvcResult client) {
    MockAsyncContext async = (MockAsyncContext) client.getRequest().getAsyncContext();
    return Objects.requireNonNull(async, "async").getDispatchedPath() != null;
  }

  private static List<String> events(MvcResult client) throws Exception {
    MockHttpServletResponse response = client.getResponse();
    return EVENT
        .matcher(response.getContentAsString())
        .results()
        .map((MatchResult event) -> event.group(1) + " " + event.group(2))
        .toList();
  }

  private static PipelineEvent progress(int done) {
    return new StageProgress(RUN, StageId.OUTPAINT, done, 2000);
  }

  /** Fails as a connection does whose client has gone. */
  private Filter breaking() {
    return (request, response, chain) ->
        chain.doFilter(request, new BreakingResponse((HttpServletResponse) response));
  }

  @RestController
  record Events(RunEventStream stream) {
    @GetMapping("/events")
    public SseEmitter events() {
      return stream.subscribe();
    }
  }

  private final class BreakingResponse extends HttpServletResponseWrapper {
    BreakingResponse(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      ServletOutputStream out = super.getOutputStream();
      return new ServletOutputStream() {
        @Override
        public void write(int b) throws IOException {
          if (broken) {
            throw new IOException("broken pipe");
          }
          out.write(b);
        }

        @Override
        public boolean isReady() {
          return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          out.setWriteListener(listener);
        }
      };
    }
  }
}
