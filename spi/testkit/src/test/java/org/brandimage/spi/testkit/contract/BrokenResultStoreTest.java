package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ResultStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each rule of a store is broken on purpose, and the contract names just that rule. */
@Tag("slow")
class BrokenResultStoreTest {
  private static final AtomicReference<Supplier<ResultStore>> BROKEN = new AtomicReference<>();

  @Test
  void s1_claimThatIsNotHeld_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public Claim claim(String key) {
                        Claim claim = super.claim(key);
                        return claim.status() == Status.IN_FLIGHT ? Claim.of(Status.NEW) : claim;
                      }
                    }))
        .contains("S1", "S3")
        .doesNotContain("S2", "S4", "S5", "S9");
  }

  @Test
  void s2_sharedResult_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      private Object last = "";

                      @Override
                      public synchronized void complete(String key, Object result) {
                        super.complete(key, result);
                        last = result;
                      }

                      @Override
                      public synchronized Claim claim(String key) {
                        Claim claim = super.claim(key);
                        return claim.status() == Status.DONE ? Claim.done(last) : claim;
                      }
                    }))
        .containsExactly("S2");
  }

  @Test
  void s3_keyThatIsNeverFreed_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void abandon(String key, Outcome outcome) {
                        super.abandon(
                            key, outcome == Outcome.NOT_EXECUTED ? Outcome.UNKNOWN : outcome);
                      }
                    }))
        .containsExactly("S3");
  }

  @Test
  void s4_unknownKeyGivenOutAgain_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void abandon(String key, Outcome outcome) {
                        super.abandon(
                            key, outcome == Outcome.UNKNOWN ? Outcome.NOT_EXECUTED : outcome);
                      }
                    }))
        .containsExactly("S4");
  }

  @Test
  void s5_resultWithoutAClaim_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void complete(String key, Object result) {
                        try {
                          super.complete(key, result);
                        } catch (IllegalStateException e) {
                          super.claim(key);
                        }
                      }
                    }))
        .containsExactly("S5");
  }

  @Test
  void s6_claimOfEachThread_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      private final ThreadLocal<ResultStore> own =
                          ThreadLocal.withInitial(ResultStore::inMemory);

                      @Override
                      ResultStore store() {
                        return own.get();
                      }
                    }))
        .containsExactly("S6");
  }

  @Test
  void s7_nobodyWakesTheWaiting_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void await(String key, Duration timeout) throws InterruptedException {
                        super.await(key, Duration.ZERO);
                        if (claim(key).status() == Status.IN_FLIGHT
                            && timeout.compareTo(Duration.ofSeconds(30)) > 0
                            && !Thread.currentThread().getName().startsWith("pool")) {
                          new CountDownLatch(1).await();
                        }
                      }
                    }))
        .containsExactly("S7");
  }

  @Test
  void s8_waitForNothing_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void await(String key, Duration timeout) throws InterruptedException {
                        if (claim(key).status() == Status.NEW) {
                          throw new IllegalStateException("nothing to wait for: " + key);
                        }
                        super.await(key, timeout);
                      }
                    }))
        .containsExactly("S8");
  }

  @Test
  void s9_swallowedInterruption_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void await(String key, Duration timeout) {
                        try {
                          super.await(key, timeout);
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                      }
                    }))
        .containsExactly("S9");
  }

  @Test
  void s10_toleratedNull_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void abandon(String key, Outcome outcome) {
                        super.abandon(key, outcome == null ? Outcome.UNKNOWN : outcome);
                      }
                    }))
        .containsExactly("S10");
  }

  @Test
  void s11_storeThatForgets_isFound() {
    BROKEN.set(Odd::new);
    assertThat(ContractRun.brokenRules(Forgetful.class)).containsExactly("S11");
  }

  private static List<String> rulesBrokenBy(Supplier<ResultStore> stores) {
    BROKEN.set(stores);
    return ContractRun.brokenRules(Broken.class);
  }

  /** The store in memory, to be changed in one thing. */
  private static class Odd implements ResultStore {
    private final ResultStore store = ResultStore.inMemory();

    ResultStore store() {
      return store;
    }

    @Override
    public Claim claim(String key) {
      return store().claim(key);
    }

    @Override
    public void complete(String key, Object result) {
      store().complete(key, result);
    }

    @Override
    public void abandon(String key, Outcome outcome) {
      store().abandon(key, outcome);
    }

    @Override
    public void await(String key, Duration timeout) throws InterruptedException {
      store().await(key, timeout);
    }
  }

  static class Broken extends ResultStoreContract {
    @Override
    protected ResultStore resultStore() {
      return BROKEN.get().get();
    }
  }

  static class Forgetful extends ResultStoreContract {
    @Override
    protected ResultStore resultStore() {
      return BROKEN.get().get();
    }

    @Override
    protected Optional<ResultStore> reopened(ResultStore store) {
      return Optional.of(ResultStore.inMemory());
    }
  }
}
