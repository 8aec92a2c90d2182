package com.example.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.junit.jupiter.api.Test;

class HttpRankerTest {
  @Test
  void rank_twoPictures_standByTheScoresOfTheService() throws Exception {
    try (ScoreServer server = ScoreServer.byBrightness()) {
      assertThat(rank(server.address()).images())
          .extracting(RankedImage::id)
          .containsExactly("white", "black");
    }
  }

  @Test
  void rank_statusThatIsNoSuccess_isATypedError() throws Exception {
    assertFails(429, "", ProviderThrottledException.class, true);
    assertFails(503, "", ProviderUnavailableException.class, true);
    assertFails(403, "", AccessDeniedException.class, false);
    assertFails(404, "", StageException.class, false);
  }

  @Test
  void rank_answerThatIsNoFiniteNumber_isAMalformedReply() throws Exception {
    assertFails(200, "very good", MalformedReplyException.class, true);
    assertFails(200, "NaN", MalformedReplyException.class, true);
  }

  @Test
  void rank_serviceThatDoesNotAnswer_isATimeout() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://localhost:" + silent.getLocalPort() + "/score");

      assertThatThrownBy(() -> rank(address)).isInstanceOf(StageTimeoutException.class);
    }
  }

  private static void assertFails(
      int status, String body, Class<? extends StageException> type, boolean retryable)
      throws Exception {
    try (ScoreServer server = ScoreServer.answering(status, body)) {
      assertThatThrownBy(() -> rank(server.address()))
          .isExactlyInstanceOf(type)
          .matches(error -> ((StageException) error).retryable() == retryable, "retryable");
    }
  }

  private static Ranking rank(URI service) throws InterruptedException {
    RankRequest request =
        RankRequest.of(List.of(filled("black", 0xFF000000), filled("white", 0xFFFFFFFF)));
    return new HttpRanker(service, Duration.ofSeconds(2)).rank(request, StageContext.standalone());
  }

  private static Contender filled(String id, int argb) {
    return Contender.of(id, ImageSource.of(RasterImage.filled(new Size(8, 8), argb)));
  }
}
