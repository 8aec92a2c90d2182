package org.brandimage.examples.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A service that answers as the stand-in does, but puts faults before most answers: each call meets
 * a few refusals, some a storm of them, some an unknown outcome, some a refusal for good. Which,
 * depends on the order of the calls only. Counts what it did, as the vendor's bill would.
 */
final class FaultyBedrock implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final StandInRules rules = new StandInRules(json);
  private final Random random = new Random(20261124);
  private final WireMockServer server;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final Map<String, Integer> pictures = new HashMap<>();
  private final Deque<Fault> planned = new ArrayDeque<>();
  private String call = "";
  private int slow;
  private int executed;
  private boolean healthy;

  FaultyBedrock(int slow) {
    this.slow = slow;
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .extensions(new Script()));
    server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Ends the faults. */
  synchronized void recover() {
    healthy = true;
  }

  /** Returns how often each fault was injected. */
  synchronized Map<Fault, Integer> faults() {
    return new EnumMap<>(faults);
  }

  /** Returns how many requests were executed, and so are on the bill. */
  synchronized int executed() {
    return executed;
  }

  /** Returns how often each picture was executed, by its request. */
  synchronized Map<String, Integer> pictures() {
    return Map.copyOf(pictures);
  }

  @Override
  public void close() {
    server.stop();
  }

  private synchronized ResponseDefinition reply(String path, byte[] body) {
    String[] parts = path.split("/", -1);
    String request = parts[2] + Arrays.hashCode(body);
    if (!request.equals(call)) {
      call = request;
      planned.clear();
      if (!healthy) {
        plan(parts[3].equals("invoke"));
      }
    }
    Fault fault = planned.poll();
    if (fault == null || fault.billed()) {
      executed++;
      if (parts[3].equals("invoke")) {
        pictures.merge(request, 1, Integer::sum);
      }
    }
    if (fault == null) {
      return answer(parts, body).build();
    }
    faults.merge(fault, 1, Integer::sum);
    return fault.reply();
  }

  private ResponseDefinitionBuilder answer(String[] path, byte[] body) {
    try {
      byte[] reply = json.writeValueAsBytes(rules.answer(path[2], path[3], json.readTree(body)));
      return WireMock.aResponse().withHeader("Content-Type", "application/json").withBody(reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void plan(boolean picture) {
    int refusals = random.nextInt(4) == 0 ? 6 + random.nextInt(5) : random.nextInt(3);
    for (int i = 0; i < refusals; i++) {
      planned.add(any(Fault.THROTTLED, Fault.BARE_429, Fault.UNAVAILABLE, Fault.GATEWAY));
    }
    int drawn = random.nextInt(20);
    if (drawn == 0) {
      planned.add(any(Fault.INVALID, Fault.DENIED, Fault.MISSING, Fault.QUOTA, Fault.BLOCKED));
    } else if (drawn < 5) {
      int unknown = picture ? 1 : 1 + random.nextInt(3);
      for (int i = 0; i < unknown; i++) {
        planned.add(unknown());
      }
    }
  }

  private Fault unknown() {
    if (slow > 0 && random.nextInt(4) == 0) {
      slow--;
      return Fault.SLOW;
    }
    return any(
        Fault.RESET,
        Fault.EMPTY,
        Fault.NOISE,
        Fault.BROKEN_CHUNK,
        Fault.TRUNCATED,
        Fault.GARBAGE,
        Fault.CRASHED,
        Fault.MODEL_TIMEOUT,
        Fault.MODEL_ERROR);
  }

  private Fault any(Fault... faults) {
    return faults[random.nextInt(faults.length)];
  }

  private final class Script implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      return reply(event.getRequest().getUrl(), event.getRequest().getBody());
    }

    @Override
    public String getName() {
      return "faults";
    }
  }
}
