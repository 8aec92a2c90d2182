package org.brandimage.spi.context;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The record of one call to a model: which model, how it was called, and at what cost. It never
 * holds prompts or pixels. Immutable.
 */
public final class CallRecord {
  private final String provider;
  private final String model;
  private final String promptVersion;
  private final Map<String, String> parameters;
  private final TokenUsage usage;
  private final Cost cost;
  private final Duration elapsed;
  private final int attempts;
  private final String requestId;
  private final boolean reused;

  private CallRecord(Builder builder) {
    this.provider = builder.provider;
    this.model = builder.model;
    this.promptVersion = builder.promptVersion;
    this.parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(builder.parameters));
    this.usage = builder.usage;
    this.cost = builder.cost;
    this.elapsed = builder.elapsed;
    this.attempts = builder.attempts;
    this.requestId = builder.requestId;
    this.reused = builder.reused;
  }

  /**
   * Starts a record.
   *
   * @param provider the implementation or service
   * @param model the model's id
   * @return a builder with no prompt version, no parameters, no cost and one attempt
   */
  public static Builder builder(String provider, String model) {
    return new Builder(provider, model);
  }

  /**
   * Returns the implementation or service.
   *
   * @return its name
   */
  public String provider() {
    return provider;
  }

  /**
   * Returns the model.
   *
   * @return its id
   */
  public String model() {
    return model;
  }

  /**
   * Returns the version of the prompt.
   *
   * @return the version, empty when no prompt was used
   */
  public String promptVersion() {
    return promptVersion;
  }

  /**
   * Returns the parameters sent beside prompt and pictures.
   *
   * @return name to value, in the order of the names
   */
  public Map<String, String> parameters() {
    return parameters;
  }

  /**
   * Returns the tokens used.
   *
   * @return the usage
   */
  public TokenUsage usage() {
    return usage;
  }

  /**
   * Returns what the call cost.
   *
   * @return the cost
   */
  public Cost cost() {
    return cost;
  }

  /**
   * Returns how long the call took, with its retries.
   *
   * @return the time
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * Returns how often the request was sent.
   *
   * @return at least 1
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns the service's id of the request.
   *
   * @return the id, empty when there is none
   */
  public String requestId() {
    return requestId;
  }

  /**
   * Tells whether the call was made and paid for by an earlier run, whose stored result this run
   * uses.
   *
   * @return false for a call of this run
   */
  public boolean reused() {
    return reused;
  }

  /** {@return this call as one of an earlier run} */
  public CallRecord asReused() {
    return builder(provider, model)
        .promptVersion(promptVersion)
        .parameters(parameters)
        .usage(usage)
        .cost(cost)
        .elapsed(elapsed)
        .attempts(attempts)
        .requestId(requestId)
        .reused(true)
        .build();
  }

  @Override
  public String toString() {
    return "CallRecord[" + provider + ", " + model + ", " + cost + ", " + elapsed + "]";
  }

  /** Builds a {@link CallRecord}. Not thread-safe. */
  public static final class Builder {
    private final String provider;
    private final String model;
    private String promptVersion = "";
    private final Map<String, String> parameters = new TreeMap<>();
    private TokenUsage usage = TokenUsage.NONE;
    private Cost cost = Cost.NONE;
    private Duration elapsed = Duration.ZERO;
    private int attempts = 1;
    private String requestId = "";
    private boolean reused;

    private Builder(String provider, String model) {
      this.provider = Objects.requireNonNull(provider, "provider");
      this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * Sets the version of the prompt.
     *
     * @param promptVersion the version
     * @return this
     */
    public Builder promptVersion(String promptVersion) {
      this.promptVersion = Objects.requireNonNull(promptVersion, "promptVersion");
      return this;
    }

    /**
     * Adds a parameter.
     *
     * @param name its name
     * @param value its value; never a prompt or a secret
     * @return this
     */
    public Builder parameter(String name, Object value) {
      parameters.put(Objects.requireNonNull(name, "name"), String.valueOf(value));
      return this;
    }

    /**
     * Adds parameters.
     *
     * @param parameters name to value; never a prompt or a secret
     * @return this
     */
    public Builder parameters(Map<String, String> parameters) {
      parameters.forEach(this::parameter);
      return this;
    }

    /**
     * Sets the tokens used.
     *
     * @param usage the usage
     * @return this
     */
    public Builder usage(TokenUsage usage) {
      this.usage = Objects.requireNonNull(usage, "usage");
      return this;
    }

    /**
     * Sets what the call cost.
     *
     * @param cost the cost
     * @return this
     */
    public Builder cost(Cost cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    /**
     * Sets how long the call took.
     *
     * @param elapsed the time, not negative
     * @return this
     */
    public Builder elapsed(Duration elapsed) {
      if (elapsed.isNegative()) {
        throw new IllegalArgumentException("elapsed must not be negative: " + elapsed);
      }
      this.elapsed = elapsed;
      return this;
    }

    /**
     * Sets how often the request was sent.
     *
     * @param attempts at least 1
     * @return this
     */
    public Builder attempts(int attempts) {
      if (attempts < 1) {
        throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
      }
      this.attempts = attempts;
      return this;
    }

    /**
     * Sets the service's id of the request.
     *
     * @param requestId the id
     * @return this
     */
    public Builder requestId(String requestId) {
      this.requestId = Objects.requireNonNull(requestId, "requestId");
      return this;
    }

    /**
     * Sets whether the call was made and paid for by an earlier run.
     *
     * @param reused false by default
     * @return this
     */
    public Builder reused(boolean reused) {
      this.reused = reused;
      return this;
    }

    /**
     * Builds the record.
     *
     * @return an immutable record
     */
    public CallRecord build() {
      return new CallRecord(this);
    }
  }
}
