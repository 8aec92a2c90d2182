package org.brandimage.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.brandimage.spi.result.ClaimRequest.OnLost;
import org.jspecify.annotations.Nullable;

/**
 * One record of the journal, as it stands in its JSON.
 *
 * @param op what happened
 * @param key the key it happened to; empty for {@link Op#COUNTER}
 * @param token the number of the claim; 0 when there is none
 * @param at when it happened, in milliseconds since 1970
 * @param claim the request, of a claim and of a result
 * @param paid the result with its bill, in the form of {@link
 *     org.brandimage.archive.PaidResultJson}
 * @param blobs the blobs that the result needs, by digest, with their lengths
 * @param cost what a result that is not used has cost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalRecord(
    Op op,
    String key,
    long token,
    long at,
    @Nullable ClaimForm claim,
    @Nullable JsonNode paid,
    @Nullable Map<String, Long> blobs,
    @Nullable Cost cost) {
  /** What happened to a key. */
  enum Op {
    /** It was claimed. */
    CLAIM,
    /** It has a result. */
    DONE,
    /** Its claim ended, and the call may have been executed. */
    UNKNOWN,
    /** Its claim ended, and the call was surely not executed; or it may be bought again. */
    FREE,
    /** Its unknown outcome was given up. */
    GIVEN_UP,
    /** Its result is forgotten. */
    FORGET,
    /** A result came that is not used. */
    SURPLUS,
    /** The last token, where the claims before are no longer in the journal. */
    COUNTER
  }

  /** The form of a request. */
  record ClaimForm(
      StageId stage, Kind kind, Cost estimate, String tenant, OnLost onLost, String nonce) {
    static ClaimForm of(ClaimRequest request) {
      return new ClaimForm(
          request.stage(),
          request.kind(),
          request.estimate(),
          request.tenant(),
          request.onLost(),
          request.nonce());
    }

    ClaimRequest toRequest(String key) {
      return ClaimRequest.builder(key, stage, kind)
          .estimate(estimate)
          .tenant(tenant)
          .onLost(onLost)
          .nonce(nonce)
          .build();
    }
  }

  static JournalRecord of(Op op, String key, long token, long at) {
    return new JournalRecord(op, key, token, at, null, null, null, null);
  }

  static JournalRecord claim(ClaimRequest request, long token, long at) {
    return new JournalRecord(
        Op.CLAIM, request.key(), token, at, ClaimForm.of(request), null, null, null);
  }

  static JournalRecord done(
      ClaimRequest request, long token, long at, JsonNode paid, Map<String, Long> blobs) {
    return new JournalRecord(
        Op.DONE, request.key(), token, at, ClaimForm.of(request), paid, blobs, null);
  }

  static JournalRecord surplus(String key, long token, long at, Cost cost) {
    return new JournalRecord(Op.SURPLUS, key, token, at, null, null, null, cost);
  }
}
