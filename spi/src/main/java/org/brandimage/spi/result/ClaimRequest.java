package org.brandimage.spi.result;

import java.util.Objects;
import java.util.UUID;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.jspecify.annotations.Nullable;

/**
 * A request for the right to make a paid call: its key, and what must be known of the call when its
 * owner is lost. Immutable.
 */
public final class ClaimRequest {
  /** What a call gives. */
  public enum Kind {
    /** Words and numbers: a plan, a caption, a verdict. */
    TEXT,
    /** One picture or more. */
    PICTURE
  }

  /** What becomes of a claim whose owner ended without a word. */
  public enum OnLost {
    /** The outcome is {@link Claim.Status#UNKNOWN} until somebody has decided. */
    REPORT,
    /** The call is made again, and may be paid twice. */
    REBUY
  }

  private final String key;
  private final StageId stage;
  private final Kind kind;
  private final Cost estimate;
  private final String tenant;
  private final OnLost onLost;
  private final String nonce;

  private ClaimRequest(Builder builder) {
    this.key = builder.key;
    this.stage = builder.stage;
    this.kind = builder.kind;
    this.estimate = builder.estimate;
    this.tenant = builder.tenant;
    OnLost usual = builder.kind == Kind.TEXT ? OnLost.REBUY : OnLost.REPORT;
    this.onLost = builder.onLost == null ? usual : builder.onLost;
    this.nonce = builder.nonce;
  }

  /**
   * Starts a request.
   *
   * @param key the identity of the paid call, not blank
   * @param stage the stage that makes it
   * @param kind what it gives
   * @return a builder with no estimate and no tenant; a lost text is bought again, a lost picture
   *     is reported
   * @throws IllegalArgumentException when the key is blank
   */
  public static Builder builder(String key, StageId stage, Kind kind) {
    return new Builder(key, stage, kind);
  }

  /** {@return the identity of the paid call} */
  public String key() {
    return key;
  }

  /** {@return the stage that makes the call} */
  public StageId stage() {
    return stage;
  }

  /** {@return what the call gives} */
  public Kind kind() {
    return kind;
  }

  /** {@return the most the call may cost} */
  public Cost estimate() {
    return estimate;
  }

  /** {@return on whose behalf the call is made; empty when tenants are not told apart} */
  public String tenant() {
    return tenant;
  }

  /** {@return what becomes of the claim when its owner is lost} */
  public OnLost onLost() {
    return onLost;
  }

  /**
   * Returns what tells this request from every other. A store that gets it twice, because its first
   * answer was lost on the way, gives the same claim twice.
   *
   * @return a text no other request has
   */
  public String nonce() {
    return nonce;
  }

  @Override
  public String toString() {
    return "ClaimRequest[" + stage + ", " + kind + ", " + key + "]";
  }

  /** Builds a {@link ClaimRequest}. Not thread-safe. */
  public static final class Builder {
    private final String key;
    private final StageId stage;
    private final Kind kind;
    private Cost estimate = Cost.NONE;
    private String tenant = "";
    private @Nullable OnLost onLost;
    private String nonce = UUID.randomUUID().toString();

    private Builder(String key, StageId stage, Kind kind) {
      if (key.isBlank()) {
        throw new IllegalArgumentException("key must not be blank");
      }
      this.key = key;
      this.stage = Objects.requireNonNull(stage, "stage");
      this.kind = Objects.requireNonNull(kind, "kind");
    }

    /**
     * Sets the most the call may cost.
     *
     * @param estimate an upper bound
     * @return this
     */
    public Builder estimate(Cost estimate) {
      this.estimate = Objects.requireNonNull(estimate, "estimate");
      return this;
    }

    /**
     * Sets on whose behalf the call is made.
     *
     * @param tenant a name, empty for none
     * @return this
     */
    public Builder tenant(String tenant) {
      this.tenant = Objects.requireNonNull(tenant, "tenant");
      return this;
    }

    /**
     * Sets what becomes of the claim when its owner is lost.
     *
     * @param onLost report it or buy again
     * @return this
     */
    public Builder onLost(OnLost onLost) {
      this.onLost = Objects.requireNonNull(onLost, "onLost");
      return this;
    }

    /**
     * Sets what tells this request from every other; a random text by default.
     *
     * @param nonce the text
     * @return this
     */
    public Builder nonce(String nonce) {
      this.nonce = Objects.requireNonNull(nonce, "nonce");
      return this;
    }

    /** {@return the request} */
    public ClaimRequest build() {
      return new ClaimRequest(this);
    }
  }
}
