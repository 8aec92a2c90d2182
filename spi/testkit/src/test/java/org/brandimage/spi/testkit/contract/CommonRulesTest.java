package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

/** Each common rule is broken on purpose, and the contract names just that rule. */
class CommonRulesTest {
  private static final Ranker FAKE = new FakeRanker();

  @Test
  void c1_nullResult_isFound() {
    Ranker broken =
        (request, context) -> {
          FAKE.rank(request, context);
          return null;
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C1");
  }

  @Test
  void c2_toleratedNull_isFound() {
    Ranker broken =
        (request, context) ->
            request == null || context == null
                ? Ranking.of(List.of())
                : FAKE.rank(request, context);
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C2");
  }

  @Test
  void c4_changingAnswers_areFound() {
    AtomicInteger calls = new AtomicInteger();
    Ranker broken =
        (request, context) -> shifted(FAKE.rank(request, context), 1e-6 * calls.incrementAndGet());
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C4", "C5");
  }

  @Test
  void c5_answersThatDependOnTheThread_areFound() {
    Thread mine = Thread.currentThread();
    Ranker broken =
        (request, context) ->
            shifted(FAKE.rank(request, context), Thread.currentThread() == mine ? 0 : 1);
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C5");
  }

  @Test
  void c6_swallowedInterruption_isFound() {
    Ranker broken =
        (request, context) -> {
          try {
            return FAKE.rank(request, context);
          } catch (InterruptedException e) {
            throw new RunCancelledException("cancelled");
          }
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C6");
  }

  @Test
  void c6AndC10_neverAskingTheContext_isFound() {
    Ranker broken =
        (request, context) -> {
          context.runId();
          Thread.interrupted();
          return FAKE.rank(request, TestContexts.active());
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C10", "C6");
  }

  @Test
  void c7_escapedLibraryException_isFound() {
    Ranker broken =
        (request, context) -> {
          try {
            return FAKE.rank(request, context);
          } catch (StageTimeoutException e) {
            throw e;
          } catch (StageException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C7");
  }

  @Test
  void c8_secondClose_isFound() {
    assertThat(ContractRun.brokenRules(TwiceFailing.class)).containsExactly("C8");
  }

  @Test
  void c8_useAfterClose_isFound() {
    assertThat(ContractRun.brokenRules(UsableAfterClose.class)).containsExactly("C8");
  }

  @Test
  void c8_stageThatClosesWell_breaksNothing() {
    assertThat(ContractRun.brokenRules(ClosingWell.class)).isEmpty();
  }

  @Test
  void c9_promptInToString_isFound() {
    assertThat(ContractRun.brokenRules(Talkative.class)).containsExactly("C9");
  }

  @Test
  void c9_promptInAnError_isFound() {
    Ranker broken =
        (request, context) -> {
          try {
            return FAKE.rank(request, context);
          } catch (StageTimeoutException e) {
            throw e;
          } catch (StageException e) {
            throw new StageException(request.contenders().get(0).caption().orElseThrow().text());
          }
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C9");
  }

  @Test
  void c10_ignoredDeadline_isFound() {
    Ranker broken =
        (request, context) -> {
          try {
            return FAKE.rank(request, context);
          } catch (StageTimeoutException e) {
            return FAKE.rank(request, TestContexts.active());
          }
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C10");
  }

  @Test
  void c11_reservationLeftOpen_isFound() {
    Ranker broken =
        (request, context) -> {
          Ranking ranking = FAKE.rank(request, context);
          context.costs().reserve(new Cost(1, 1));
          return ranking;
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C11");
  }

  @Test
  void c11_costAboveTheEstimate_isFound() {
    assertThat(BrokenRankerTest.rulesBrokenBy(new PricedRanker(new Cost(2, 5), true)))
        .containsExactly("C11");
  }

  @Test
  void c11_callWithoutReservation_isFound() {
    assertThat(BrokenRankerTest.rulesBrokenBy(new PricedRanker(Cost.NONE, false)))
        .containsExactly("C11");
  }

  @Test
  void c11_stageThatPaysAsItSaid_breaksNothing() {
    assertThat(BrokenRankerTest.rulesBrokenBy(new PricedRanker(new Cost(1, 5), true))).isEmpty();
  }

  private static Ranking shifted(Ranking ranking, double shift) {
    return Ranking.of(
        ranking.images().stream()
            .map(image -> new RankedImage(image.id(), image.score() + shift, image.features()))
            .toList());
  }

  /** Says one unit and five micro-dollars, and spends what it is told to. */
  private record PricedRanker(Cost spent, boolean reserves) implements Ranker, Priced<RankRequest> {
    @Override
    public Cost estimate(RankRequest request) {
      return new Cost(1, 5);
    }

    @Override
    public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
      Ranking ranking = FAKE.rank(request, context);
      if (reserves) {
        try (CostMeter.Reservation reservation = context.costs().reserve(estimate(request))) {
          reservation.settle(spent);
        }
      }
      return ranking;
    }
  }

  static class TwiceFailing extends RankerContract {
    @Override
    protected Ranker ranker() {
      return new Closing(true, true);
    }
  }

  static class UsableAfterClose extends RankerContract {
    @Override
    protected Ranker ranker() {
      return new Closing(false, false);
    }
  }

  static class ClosingWell extends RankerContract {
    @Override
    protected Ranker ranker() {
      return new Closing(false, true);
    }
  }

  @Test
  void c12_interruptionTakenForAnEnd_isFound() {
    Ranker broken =
        (request, context) -> {
          context.checkActive();
          try {
            context.checkActive();
          } catch (InterruptedException e) {
            return FAKE.rank(request, TestContexts.active());
          }
          return FAKE.rank(request, context);
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C12");
  }

  @Test
  void c12_otherErrorWhenCancelledWhileReading_isFound() {
    Ranker broken =
        (request, context) -> {
          Ranking ranking = FAKE.rank(request, context);
          for (Contender contender : request.contenders()) {
            if (contender.image().size().width() == 64) {
              contender.image().raster();
            }
          }
          if (context.cancelled()) {
            throw new StageException("cancelled");
          }
          return ranking;
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C12");
  }

  @Test
  void c12_reservationLeftByAnInterruption_isFound() {
    Ranker broken =
        (request, context) -> {
          context.checkActive();
          CostMeter.Reservation reservation = context.costs().reserve(new Cost(1, 1));
          Ranking ranking = FAKE.rank(request, context);
          reservation.close();
          return ranking;
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).contains("C12").doesNotContain("C11");
  }

  @Test
  void c13_limitFoundByFailing_isFound() {
    Ranker broken =
        (request, context) -> {
          for (Contender contender : request.contenders()) {
            if (contender.image().size().pixels() > 4_000_000) {
              throw new IllegalStateException("too large");
            }
          }
          return FAKE.rank(request, context);
        };
    assertThat(BrokenRankerTest.rulesBrokenBy(broken)).containsExactly("C12", "C13");
  }

  @Test
  void c14_anotherErrorOfADeadService_isFound() {
    assertThat(ContractRun.brokenRules(AnotherError.class)).containsExactly("C14");
    assertThat(ContractRun.brokenRules(Unavailable.class)).isEmpty();
  }

  static class AnotherError extends RankerContract {
    @Override
    protected Ranker ranker() {
      return FAKE;
    }

    @Override
    protected Optional<Ranker> withServiceDown() {
      return Optional.of(
          (request, context) -> {
            throw new StageException("connection refused");
          });
    }
  }

  static class Unavailable extends RankerContract {
    @Override
    protected Ranker ranker() {
      return FAKE;
    }

    @Override
    protected Optional<Ranker> withServiceDown() {
      return Optional.of(
          (request, context) -> {
            throw new ProviderUnavailableException("refused", null, RetryInfo.once(true));
          });
    }
  }

  private static final class Closing implements Ranker, AutoCloseable {
    private final boolean failsTwice;
    private final boolean refuses;
    private int closed;

    Closing(boolean failsTwice, boolean refuses) {
      this.failsTwice = failsTwice;
      this.refuses = refuses;
    }

    @Override
    public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
      if (closed > 0 && refuses) {
        throw new IllegalStateException("closed");
      }
      return FAKE.rank(request, context);
    }

    @Override
    public void close() {
      closed++;
      if (failsTwice && closed == 2) {
        throw new IllegalStateException("closed twice");
      }
    }
  }

  static class Talkative extends RankerContract {
    @Override
    protected Ranker ranker() {
      AtomicReference<String> last = new AtomicReference<>("");
      return new Ranker() {
        @Override
        public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
          request
              .contenders()
              .forEach(contender -> last.set(contender.caption().orElseThrow().text()));
          return FAKE.rank(request, context);
        }

        @Override
        public String toString() {
          return "Ranker[" + last.get() + "]";
        }
      };
    }
  }
}
