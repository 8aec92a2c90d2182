package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.brandimage.spi.result.ClaimRequest.OnLost;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Resolution;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.ResultStore.Completion;
import org.brandimage.spi.result.ResultStore.Outcome;
import org.brandimage.spi.result.UnresolvedClaim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ResultStore}: extend it and say how to make yours. A store whose results
 * outlive it says in {@link #reopened} how it is opened again; the rules of durability are skipped
 * for the others.
 */
public abstract class ResultStoreContract extends ResultClaimContract {
  /** For subclasses. */
  protected ResultStoreContract() {}

  /** If this fails, write results through, and read a claim that was not ended as lost. */
  @Test
  @DisplayName("S11 a durable store finds results again, and lost claims as UNKNOWN")
  public final void s11_reopenedStore_knowsWhatWasPaidFor() throws Exception {
    complete("done", 1);
    granted("lost");
    store().abandon(granted("unknown"), Outcome.UNKNOWN);
    store().abandon(granted("free"), Outcome.NOT_EXECUTED);
    try (Reopened again = reopen()) {
      requireResult(again.store().claim(request("done").build()), 1);
      assertThat(again.status("lost")).isEqualTo(Status.UNKNOWN);
      assertThat(again.status("unknown")).isEqualTo(Status.UNKNOWN);
      assertThat(again.status("free")).isEqualTo(Status.NEW);
    }
  }

  /** If this fails, keep the digest beside the pixels, and the original bytes beside both. */
  @Test
  @DisplayName("S12 a picture comes back with its digest, size, pixels and original bytes")
  public final void s12_picture_keepsDigestPixelsAndOriginal() throws Exception {
    Outpainting painted = StoredPictures.outpainting();
    store().complete(granted("k"), StoredPictures.paid(painted));
    requireSame(store().find("k").orElse(null), painted);
    Optional<ResultStore> second = reopened(store());
    if (second.isPresent()) {
      try (Reopened again = new Reopened(second.get())) {
        requireSame(again.store().find("k").orElse(null), painted);
      }
    }
  }

  /** If this fails, lock the place, or decide a claim where both look. */
  @Test
  @DisplayName("S13 of two stores over one place one is refused, or each key is given to one")
  public final void s13_twoStoresOnePlace_giveAKeyOnce() throws Exception {
    granted("k");
    Optional<ResultStore> second;
    try {
      second = second(store());
    } catch (ResultStoreException refused) {
      assertThat(refused).hasMessageContaining("another");
      return;
    }
    assumeTrue(second.isPresent(), "has no place that two stores could share");
    try (Reopened other = new Reopened(second.get())) {
      assertThat(other.status("k")).isEqualTo(Status.IN_FLIGHT);
      assertThat(other.status("free")).isEqualTo(Status.NEW);
      assertThat(claim("free").status()).isEqualTo(Status.IN_FLIGHT);
    }
  }

  /** If this fails, compare the token, not only the key. */
  @Test
  @DisplayName("S14 a claim that was given to another changes nothing any more")
  public final void s14_outdatedToken_changesNothing() {
    ClaimToken old = granted("k");
    store().abandon(old, Outcome.UNKNOWN);
    store().resolve("k", Resolution.BUY_AGAIN);
    ClaimToken current = granted("k");
    store().abandon(old, Outcome.NOT_EXECUTED);
    assertThat(claim("k").status()).isEqualTo(Status.IN_FLIGHT);
    assertThat(store().complete(old, paid(1))).isEqualTo(Completion.SURPLUS);
    assertThat(claim("k").status()).isEqualTo(Status.IN_FLIGHT);
    assertThat(store().complete(current, paid(2))).isEqualTo(Completion.STORED);
    assertThat(store().complete(old, paid(3))).isEqualTo(Completion.SURPLUS);
    requireResult(claim("k"), 2);
  }

  /** If this fails, a paid result is thrown away: accept it while nobody has claimed the key. */
  @Test
  @DisplayName("S15 a result that comes after its claim was lost is kept, once")
  public final void s15_lateResult_isKept() {
    for (boolean givenUp : new boolean[] {false, true}) {
      String key = "k" + givenUp;
      ClaimToken token = granted(key);
      store().abandon(token, Outcome.UNKNOWN);
      if (givenUp) {
        store().resolve(key, Resolution.GIVE_UP);
      }
      assertThat(store().complete(token, paid(1))).isEqualTo(Completion.STORED_LATE);
      assertThat(store().complete(token, paid(2))).isEqualTo(Completion.STORED);
      requireResult(claim(key), 1);
    }
    assertThat(store().unresolved()).isEmpty();
  }

  /** If this fails, look at the claim's {@link OnLost} when it was not ended. */
  @Test
  @DisplayName("S16 a lost text is bought again, a lost picture is reported")
  public final void s16_lostClaim_followsItsRequest() throws Exception {
    store().claim(ClaimRequest.builder("text", StageId.CAPTION, Kind.TEXT).build());
    store().claim(request("picture").build());
    store().claim(request("again").onLost(OnLost.REBUY).build());
    try (Reopened again = reopen()) {
      assertThat(again.store().unresolved())
          .extracting(lost -> lost.token().key())
          .containsExactly("picture");
      assertThat(again.status("text")).isEqualTo(Status.NEW);
      assertThat(again.status("picture")).isEqualTo(Status.UNKNOWN);
      assertThat(again.status("again")).isEqualTo(Status.NEW);
    }
  }

  /** If this fails, keep the nonce of a claim. */
  @Test
  @DisplayName("S17 a request that is sent twice gets the same claim twice")
  public final void s17_sameRequest_getsTheSameClaim() {
    ClaimRequest request = request("k").build();
    ClaimToken first = store().claim(request).token().orElseThrow();
    assertThat(store().claim(request).token()).contains(first);
    assertThat(claim("k").status()).isEqualTo(Status.IN_FLIGHT);
    store().abandon(first, Outcome.UNKNOWN);
    assertThat(store().claim(request).status()).isEqualTo(Status.UNKNOWN);
  }

  /** If this fails, keep the request beside the claim. */
  @Test
  @DisplayName("S18 claims of unknown outcome are listed and can be decided about")
  public final void s18_unknownOutcome_isListedAndResolved() {
    for (String key : List.of("again", "never", "found")) {
      store().abandon(granted(key), Outcome.UNKNOWN);
    }
    granted("flying");
    UnresolvedClaim listed = store().unresolved().get(0);
    assertThat(listed.request().key()).isEqualTo("again");
    assertThat(listed.request())
        .usingRecursiveComparison()
        .ignoringFields("nonce")
        .isEqualTo(request("again").build());
    assertThat(listed.givenUp()).isFalse();
    store().resolve("again", Resolution.BUY_AGAIN);
    store().resolve("never", Resolution.GIVE_UP);
    store().resolve("found", Resolution.supply(paid(3)));
    assertThat(claim("again").status()).isEqualTo(Status.NEW);
    assertThat(claim("never").status()).isEqualTo(Status.GIVEN_UP);
    requireResult(claim("found"), 3);
    assertThat(store().unresolved()).extracting(UnresolvedClaim::givenUp).containsExactly(true);
    for (String key : List.of("again", "found", "flying", "nowhere")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .as("resolve %s", key)
          .isThrownBy(() -> store().resolve(key, Resolution.BUY_AGAIN));
    }
    store().resolve("never", Resolution.BUY_AGAIN);
    assertThat(claim("never").status()).isEqualTo(Status.NEW);
  }

  /** If this fails, look without claiming. */
  @Test
  @DisplayName("S19 a result can be looked up without a claim")
  public final void s19_find_claimsNothing() {
    complete("done", 1);
    assertThat(store().find("k")).isEmpty();
    assertThat(claim("k").status()).isEqualTo(Status.NEW);
    assertThat(store().find("k")).isEmpty();
    requireResult(store().find("done").orElse(null), 1);
  }

  private static void requireSame(@Nullable PaidResult found, Outpainting expected) {
    Outpainting actual = (Outpainting) Objects.requireNonNull(found, "no picture").value();
    assertThat(actual.rejections()).isEqualTo(expected.rejections());
    assertThat(actual.images()).hasSameSizeAs(expected.images());
    for (int i = 0; i < actual.images().size(); i++) {
      OutpaintedImage picture = actual.images().get(i);
      OutpaintedImage painted = expected.images().get(i);
      assertThat(picture.index()).isEqualTo(painted.index());
      assertThat(picture.seed()).isEqualTo(painted.seed());
      requireSame("picture", picture.image(), painted.image());
      assertThat(picture.cleanPlate().isPresent()).isEqualTo(painted.cleanPlate().isPresent());
      painted
          .cleanPlate()
          .ifPresent(plate -> requireSame("plate", picture.cleanPlate().orElseThrow(), plate));
    }
  }

  private static void requireSame(String what, ImageSource actual, ImageSource expected) {
    assertThat(actual.digest()).as("digest of %s", what).isEqualTo(expected.digest());
    assertThat(actual.size()).as("size of %s", what).isEqualTo(expected.size());
    assertThat(actual.raster()).as("pixels of %s", what).isEqualTo(expected.raster());
    assertThat(actual.original()).as("original of %s", what).isEqualTo(expected.original());
  }

  private Reopened reopen() throws Exception {
    Optional<ResultStore> second = reopened(store());
    assumeTrue(second.isPresent(), "not durable");
    return new Reopened(second.get());
  }

  /** A second store, closed at the end if it can be closed. */
  private record Reopened(ResultStore store) implements AutoCloseable {
    Status status(String key) {
      return store.claim(request(key).build()).status();
    }

    @Override
    public void close() {
      if (store instanceof AutoCloseable closeable) {
        try {
          closeable.close();
        } catch (Exception e) {
          throw new AssertionError("the store cannot be closed", e);
        }
      }
    }
  }
}
