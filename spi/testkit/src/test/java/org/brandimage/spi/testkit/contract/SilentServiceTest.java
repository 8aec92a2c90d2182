package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rankers that wait for a service which never answers, one of them as it should. */
@Tag("slow")
class SilentServiceTest {
  @Test
  void c15_readThatNothingInterrupts_isFound() {
    assertThat(ContractRun.brokenRules(Deaf.class)).containsExactly("C15");
  }

  @Test
  void c15_interruptionReportedAsAnOutage_isFound() {
    assertThat(ContractRun.brokenRules(Misreporting.class)).containsExactly("C15");
  }

  @Test
  void c15_serviceThatIsNotAsked_isFound() {
    assertThat(ContractRun.brokenRules(Idle.class)).containsExactly("C15");
  }

  @Test
  void c15_readInShortSteps_breaksNothing() {
    assertThat(ContractRun.brokenRules(Patient.class)).isEmpty();
  }

  private static Ranking ask(URI address, RankRequest request, StageContext context, Reading read)
      throws InterruptedException {
    context.checkActive();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write("POST / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
      read.from(socket);
    } catch (IOException e) {
      throw new ProviderUnavailableException("no answer", e, RetryInfo.once(true));
    }
    return new FakeRanker().rank(request, context);
  }

  private interface Reading {
    void from(Socket socket) throws IOException, InterruptedException;
  }

  abstract static class Asking extends RankerContract {
    @Override
    protected Ranker ranker() {
      return new FakeRanker();
    }

    @Override
    protected Optional<Ranker> withServiceAt(URI address) {
      return Optional.of(
          (request, context) -> ask(address, request, context, socket -> read(socket, context)));
    }

    abstract void read(Socket socket, StageContext context)
        throws IOException, InterruptedException;
  }

  static class Deaf extends Asking {
    @Override
    void read(Socket socket, StageContext context) throws IOException {
      socket.getInputStream().read();
    }
  }

  static class Misreporting extends Asking {
    @Override
    void read(Socket socket, StageContext context) throws IOException, InterruptedException {
      socket.setSoTimeout(20);
      while (!Thread.interrupted()) {
        readOnce(socket);
      }
      throw new IOException("interrupted");
    }
  }

  static class Patient extends Asking {
    @Override
    void read(Socket socket, StageContext context) throws IOException, InterruptedException {
      socket.setSoTimeout(20);
      while (true) {
        context.checkActive();
        readOnce(socket);
      }
    }
  }

  /** Never goes to the address. */
  static class Idle extends RankerContract {
    @Override
    protected Ranker ranker() {
      return new FakeRanker();
    }

    @Override
    protected Optional<Ranker> withServiceAt(URI address) {
      return Optional.of(new FakeRanker());
    }
  }

  private static void readOnce(Socket socket) throws IOException {
    try {
      socket.getInputStream().read();
    } catch (java.net.SocketTimeoutException e) {
      // Not answered yet.
    }
  }
}
