package org.brandimage.spi.result;

import java.time.Instant;
import java.util.Objects;

/**
 * A paid call whose outcome is not known: it may have been executed and billed. A person looks at
 * the provider's bill and then {@linkplain ResultStore#resolve decides}.
 *
 * @param request what was claimed
 * @param token the claim that was lost; its result is still accepted if it comes
 * @param claimedAt when it was claimed
 * @param givenUp whether it was decided that the result will never come
 */
public record UnresolvedClaim(
    ClaimRequest request, ClaimToken token, Instant claimedAt, boolean givenUp) {
  /** Checks the values. */
  public UnresolvedClaim {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(claimedAt, "claimedAt");
  }
}
