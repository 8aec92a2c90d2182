package org.brandimage.local.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.junit.jupiter.api.Test;

/** What a client throws around an exception of the network, as its HTTP client leaves it. */
class ChatFailuresTest {
  @Test
  void translated_noConnection_isUnavailableAndRetryable() throws InterruptedException {
    for (IOException cause :
        List.of(
            new ConnectException("marker"),
            new UnknownHostException("marker"),
            new HttpConnectTimeoutException("marker"))) {
      assertThat(ChatFailures.translated(new RuntimeException(cause)))
          .isInstanceOf(ProviderUnavailableException.class)
          .matches(StageException::retryable, "is retryable")
          .hasMessageNotContaining("marker");
    }
  }

  @Test
  void translated_lostConnection_isOfUnknownOutcome() throws InterruptedException {
    for (IOException cause : List.of(new SocketException("marker"), new IOException("marker"))) {
      assertThat(ChatFailures.translated(new RuntimeException(cause)))
          .isInstanceOf(UnknownOutcomeException.class)
          .hasMessageNotContaining("marker");
    }
  }

  @Test
  void translated_unreadableReply_isAFailureOfTheStage() throws InterruptedException {
    RuntimeException unreadable = new RuntimeException(new JsonParseException(null, "marker"));
    assertThat(ChatFailures.translated(unreadable))
        .isExactlyInstanceOf(StageException.class)
        .hasMessageNotContaining("marker");
  }

  @Test
  void translated_interruption_isThrown() {
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () -> ChatFailures.translated(new RuntimeException(new InterruptedException())));
  }
}
