package org.brandimage.spi.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PrintableExceptionTest {
  @Test
  void of_errorOfForeignCode_keepsFramesAndCausesWithPrintableTexts() {
    IllegalStateException cause = new IllegalStateException("no\u001b[2J");
    RuntimeException error = new RuntimeException("odd\nwarning: all is well", cause);
    error.addSuppressed(new IOException("late\r"));

    Throwable printable = PrintableException.of(error);

    assertThat(stackTrace(printable))
        .startsWith("java.lang.RuntimeException: odd\\nwarning: all is well")
        .contains("Caused by: java.lang.IllegalStateException: no\\u001b[2J")
        .contains("Suppressed: java.io.IOException: late\\r")
        .doesNotContain("\u001b", "\r");
    assertThat(printable.getStackTrace()).isEqualTo(error.getStackTrace());
  }

  @Test
  void of_causesThatFormACircle_ends() {
    IllegalStateException cause = new IllegalStateException("inner");
    RuntimeException error = new RuntimeException("outer", cause);
    cause.initCause(error);
    cause.addSuppressed(error);

    assertThat(stackTrace(PrintableException.of(error))).contains("inner").contains("outer");
  }

  private static String stackTrace(Throwable error) {
    StringWriter log = new StringWriter();
    error.printStackTrace(new PrintWriter(log));
    return log.toString();
  }
}
