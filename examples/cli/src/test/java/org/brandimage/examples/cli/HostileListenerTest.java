package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.brandimage.pipeline.event.PipelineEvent.RunQueued;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.pipeline.execution.EventSink;
import org.junit.jupiter.api.Test;

/** What is logged of a listener whose error forges lines. */
class HostileListenerTest {
  @Test
  void emit_listenerFailsWithAForgedMessage_logsEscapesOnly() {
    PipelineListener failing =
        event -> {
          throw new IllegalStateException(
              "\u001b[2J\nwarning: all is well", new IllegalArgumentException("\u202ereversed"));
        };

    String log = logged(() -> new EventSink(List.of(failing)).emit(queued()));

    assertThat(log)
        .contains("listener failed", "\\u001b[2J\\nwarning: all is well", "\\u202ereversed")
        .contains("at " + HostileListenerTest.class.getName())
        .doesNotContain("\u001b", "\nwarning", "\u202e");
  }

  private static RunQueued queued() {
    return new RunQueued(new RunRef("run-1", ""));
  }

  private static String logged(Runnable work) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream usual = System.err;
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(usual);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
