package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Resolution;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.UnresolvedClaim;
import org.jspecify.annotations.Nullable;
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
                      public Claim claim(ClaimRequest request) {
                        Claim claim = super.claim(request);
                        return claim.status() == Status.IN_FLIGHT
                            ? Claim.granted(new ClaimToken(request.key(), 1))
                            : claim;
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
                      private @Nullable PaidResult last;

                      @Override
                      public synchronized Completion complete(ClaimToken token, PaidResult paid) {
                        last = paid;
                        return super.complete(token, paid);
                      }

                      @Override
                      public synchronized Claim claim(ClaimRequest request) {
                        Claim claim = super.claim(request);
                        return claim.status() == Status.DONE && last != null
                            ? Claim.done(last)
                            : claim;
                      }
                    }))
        .contains("S2")
        .doesNotContain("S1", "S3", "S4");
  }

  @Test
  void s2_lostBill_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public Completion complete(ClaimToken token, PaidResult paid) {
                        return super.complete(
                            token,
                            PaidResult.of(paid.value(), Cost.NONE, List.of(), paid.paidAt()));
                      }
                    }))
        .contains("S2");
  }

  @Test
  void s3_keyThatIsNeverFreed_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public void abandon(ClaimToken token, Outcome outcome) {
                        super.abandon(
                            token, outcome == Outcome.NOT_EXECUTED ? Outcome.UNKNOWN : outcome);
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
                      public void abandon(ClaimToken token, Outcome outcome) {
                        super.abandon(
                            token, outcome == Outcome.UNKNOWN ? Outcome.NOT_EXECUTED : outcome);
                      }
                    }))
        .contains("S4")
        .doesNotContain("S1", "S2", "S3");
  }

  @Test
  void s5_foreignToken_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public Completion complete(ClaimToken token, PaidResult paid) {
                        try {
                          return super.complete(token, paid);
                        } catch (IllegalArgumentException e) {
                          return Completion.SURPLUS;
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
                        if (claim(probe(key)).status() == Status.IN_FLIGHT
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
                        if (claim(probe(key)).status() == Status.NEW) {
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
                      public void abandon(ClaimToken token, Outcome outcome) {
                        super.abandon(token, outcome == null ? Outcome.UNKNOWN : outcome);
                      }
                    }))
        .containsExactly("S10");
  }

  @Test
  void s11_storeThatForgets_isFound() {
    BROKEN.set(Odd::new);
    assertThat(ContractRun.brokenRules(Forgetful.class)).contains("S11", "S12", "S16");
  }

  @Test
  void s12_pictureWithoutItsDigest_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public Completion complete(ClaimToken token, PaidResult paid) {
                        return super.complete(token, pixelsOnly(paid));
                      }
                    }))
        .containsExactly("S12");
  }

  @Test
  void s13_placeWithTwoOwners_isFound() {
    BROKEN.set(Odd::new);
    assertThat(ContractRun.brokenRules(Unlocked.class)).containsExactly("S13");
  }

  @Test
  void s14_keyWithoutToken_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      private final Map<String, ClaimToken> last = new ConcurrentHashMap<>();

                      @Override
                      public Claim claim(ClaimRequest request) {
                        Claim claim = super.claim(request);
                        claim.token().ifPresent(token -> last.put(token.key(), token));
                        return claim;
                      }

                      @Override
                      public Completion complete(ClaimToken token, PaidResult paid) {
                        boolean foreign = token.number() == Long.MAX_VALUE;
                        return super.complete(
                            foreign ? token : last.getOrDefault(token.key(), token), paid);
                      }
                    }))
        .containsExactly("S14");
  }

  @Test
  void s15_lateResultThrownAway_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public Completion complete(ClaimToken token, PaidResult paid) {
                        boolean late =
                            unresolved().stream().anyMatch(lost -> lost.token().equals(token));
                        return late ? Completion.SURPLUS : super.complete(token, paid);
                      }
                    }))
        .containsExactly("S15");
  }

  @Test
  void s17_nonceNotKept_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public Claim claim(ClaimRequest request) {
                        return super.claim(probe(request.key()));
                      }
                    }))
        .contains("S17");
  }

  @Test
  void s18_unknownOutcomeNotListed_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public List<UnresolvedClaim> unresolved() {
                        return List.of();
                      }
                    }))
        .containsExactly("S18");
  }

  @Test
  void s19_lookThatClaims_isFound() {
    assertThat(
            rulesBrokenBy(
                () ->
                    new Odd() {
                      @Override
                      public Optional<PaidResult> find(String key) {
                        claim(probe(key));
                        return super.find(key);
                      }
                    }))
        .containsExactly("S19");
  }

  private static List<String> rulesBrokenBy(Supplier<ResultStore> stores) {
    BROKEN.set(stores);
    return ContractRun.brokenRules(Broken.class);
  }

  private static ClaimRequest probe(String key) {
    return ResultClaimContract.request(key).build();
  }

  /** A codec that keeps pixels and forgets whose they are. */
  private static PaidResult pixelsOnly(PaidResult paid) {
    if (!(paid.value() instanceof Outpainting painted)) {
      return paid;
    }
    List<OutpaintedImage> images =
        painted.images().stream()
            .map(
                image ->
                    new OutpaintedImage(
                        image.index(), ImageSource.of(image.image().raster()), image.seed()))
            .toList();
    return PaidResult.of(
        new Outpainting(images, painted.rejections()), paid.cost(), paid.calls(), paid.paidAt());
  }

  /** The store in memory, to be changed in one thing. */
  private static class Odd implements ResultStore {
    private final ResultStore store = ResultStore.inMemory();

    ResultStore store() {
      return store;
    }

    @Override
    public Claim claim(ClaimRequest request) {
      return store().claim(request);
    }

    @Override
    public Completion complete(ClaimToken token, PaidResult paid) {
      return store().complete(token, paid);
    }

    @Override
    public void abandon(ClaimToken token, Outcome outcome) {
      store().abandon(token, outcome);
    }

    @Override
    public void await(String key, Duration timeout) throws InterruptedException {
      store().await(key, timeout);
    }

    @Override
    public Optional<PaidResult> find(String key) {
      return store().find(key);
    }

    @Override
    public List<UnresolvedClaim> unresolved() {
      return store().unresolved();
    }

    @Override
    public void resolve(String key, Resolution resolution) {
      store().resolve(key, resolution);
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

  static class Unlocked extends ResultStoreContract {
    @Override
    protected ResultStore resultStore() {
      return BROKEN.get().get();
    }

    @Override
    protected Optional<ResultStore> second(ResultStore store) {
      return Optional.of(ResultStore.inMemory());
    }
  }
}
