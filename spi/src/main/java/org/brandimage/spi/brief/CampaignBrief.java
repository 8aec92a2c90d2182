package org.brandimage.spi.brief;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;

/**
 * The request of a customer: one line of text, the brand, the sizes wanted and how many pictures.
 * Immutable.
 */
public final class CampaignBrief {
  private final String prompt;
  private final BrandKit brandKit;
  private final List<CanvasSize> canvases;
  private final int finalists;
  private final long seed;
  private final Grid grid;
  private final List<Asset> pinnedAssets;
  private final String label;
  private final String tenant;

  private CampaignBrief(Builder builder) {
    this.prompt = builder.prompt;
    this.brandKit = builder.brandKit;
    this.canvases = List.copyOf(builder.canvases);
    this.finalists = builder.finalists;
    this.seed = builder.seed;
    this.grid = builder.grid;
    this.pinnedAssets = List.copyOf(builder.pinnedAssets);
    this.label = builder.label;
    this.tenant = builder.tenant;
    check();
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param prompt the customer's text, from 1 to 1,000 characters, not blank; untrusted
   */
  public static Builder builder(String prompt) {
    return new Builder(prompt);
  }

  /** {@return a builder that holds all of this value, to change some of it} */
  public Builder toBuilder() {
    Builder builder = new Builder(prompt);
    builder.brandKit = brandKit;
    builder.canvases = canvases;
    builder.finalists = finalists;
    builder.seed = seed;
    builder.grid = grid;
    builder.pinnedAssets = pinnedAssets;
    builder.label = label;
    builder.tenant = tenant;
    return builder;
  }

  /** {@return the customer's text, from 1 to 1,000 characters, not blank; untrusted} */
  public String prompt() {
    return prompt;
  }

  /** {@return the brand kit; neutral by default} */
  public BrandKit brandKit() {
    return brandKit;
  }

  /** {@return the canvases to make pictures for, each once, at least one; 1024x1024 by default} */
  public List<CanvasSize> canvases() {
    return canvases;
  }

  /** {@return the number of pictures wanted for each canvas, from 1 to 100; 3 by default} */
  public int finalists() {
    return finalists;
  }

  /** {@return the seed of all random choices, from 0 to 2,147,483,646; 0 by default} */
  public long seed() {
    return seed;
  }

  /** {@return the grid of placements to search; three sections and three rotations by default} */
  public Grid grid() {
    return grid;
  }

  /**
   * {@return the assets to use without retrieval, each as the product, background or theme that its
   * kind names; none by default}
   */
  public List<Asset> pinnedAssets() {
    return pinnedAssets;
  }

  /**
   * {@return the caller's own name for the brief, such as an order number: at most 200 characters
   * without control characters, empty when there is none} It appears in events and log fields, so
   * it should hold nothing secret. It is not passed to the stages.
   */
  public String label() {
    return label;
  }

  /**
   * Returns on whose behalf the brief is run. Paid results are kept under it and never shared with
   * another tenant; no stage sees it.
   *
   * @return the tenant, at most 200 characters without control characters; empty when tenants are
   *     not told apart
   */
  public String tenant() {
    return tenant;
  }

  /** The largest number of characters of a prompt. */
  public static final int LONGEST_PROMPT = 1000;

  /** The largest number of characters of a label or a tenant. */
  public static final int LONGEST_LABEL = 200;

  /** The largest seed, which every generator accepts. */
  public static final long LARGEST_SEED = 2_147_483_646L;

  /**
   * {@return a brief with every default}
   *
   * @param prompt the customer's text, from 1 to 1,000 characters, not blank; untrusted
   * @throws InvalidInputException when the prompt is blank or longer than 1,000 characters
   */
  public static CampaignBrief of(String prompt) {
    return builder(prompt).build();
  }

  private void check() {
    if (prompt.isBlank()) {
      throw new InvalidInputException(
          "prompt", prompt, "name a product, like \"a shoe on a beach\"");
    }
    if (prompt.length() > LONGEST_PROMPT) {
      throw new InvalidInputException(
          "prompt", prompt.length() + " characters", "keep it to " + LONGEST_PROMPT);
    }
    if (canvases.isEmpty() || new HashSet<>(canvases).size() < canvases.size()) {
      throw new InvalidInputException("canvases", canvases, "give at least one, and each once");
    }
    if (finalists < 1 || finalists > 100) {
      throw new InvalidInputException("finalists", finalists, "give a number from 1 to 100");
    }
    checkName("label", label);
    checkName("tenant", tenant);
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new InvalidInputException("seed", seed, "give a number from 0 to " + LARGEST_SEED);
    }
  }

  private static void checkName(String field, String name) {
    if (name.length() > LONGEST_LABEL || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          field,
          name.length() + " characters",
          "keep it to " + LONGEST_LABEL + " without control characters");
    }
  }

  @Override
  public String toString() {
    return "CampaignBrief[" + prompt.length() + " characters, " + canvases + "]";
  }

  /** A builder of {@link CampaignBrief}. Not thread-safe. */
  public static final class Builder {
    private final String prompt;
    private BrandKit brandKit = BrandKit.neutral();
    private List<CanvasSize> canvases = List.of(new CanvasSize(1024, 1024));
    private int finalists = 3;
    private long seed = 0;
    private Grid grid = Grid.DEFAULT;
    private List<Asset> pinnedAssets = List.of();
    private String label = "";
    private String tenant = "";

    private Builder(String prompt) {
      this.prompt = Objects.requireNonNull(prompt, "prompt");
    }

    /**
     * Sets the brand kit.
     *
     * @param brandKit neutral by default
     * @return this
     */
    public Builder brandKit(BrandKit brandKit) {
      this.brandKit = Objects.requireNonNull(brandKit, "brandKit");
      return this;
    }

    /**
     * Sets the canvases to make pictures for.
     *
     * @param canvases each once, at least one; 1024x1024 by default
     * @return this
     */
    public Builder canvases(List<CanvasSize> canvases) {
      this.canvases = List.copyOf(canvases);
      return this;
    }

    /**
     * Sets the number of pictures wanted for each canvas.
     *
     * @param finalists from 1 to 100; 3 by default
     * @return this
     */
    public Builder finalists(int finalists) {
      this.finalists = finalists;
      return this;
    }

    /**
     * Sets the seed of all random choices.
     *
     * @param seed from 0 to 2,147,483,646; 0 by default
     * @return this
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Sets the grid of placements to search.
     *
     * @param grid three sections and three rotations by default
     * @return this
     */
    public Builder grid(Grid grid) {
      this.grid = Objects.requireNonNull(grid, "grid");
      return this;
    }

    /**
     * Sets the assets to use without retrieval.
     *
     * @param pinnedAssets each is used as the product, background or theme that its kind names;
     *     none by default
     * @return this
     */
    public Builder pinnedAssets(List<Asset> pinnedAssets) {
      this.pinnedAssets = List.copyOf(pinnedAssets);
      return this;
    }

    /**
     * Sets the caller's own name for the brief, such as an order number; none by default.
     *
     * @param label at most 200 characters without control characters; must hold nothing secret,
     *     since it appears in events and log fields
     * @return this
     */
    public Builder label(String label) {
      this.label = Objects.requireNonNull(label, "label");
      return this;
    }

    /**
     * Sets on whose behalf the brief is run.
     *
     * @param tenant at most 200 characters without control characters
     * @return this
     */
    public Builder tenant(String tenant) {
      this.tenant = Objects.requireNonNull(tenant, "tenant");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     * @throws InvalidInputException when the prompt is blank or longer than 1,000 characters, there
     *     is no canvas or one stands twice, the label is longer than 200 characters or has a
     *     control character, or the number of finalists or the seed is out of range
     */
    public CampaignBrief build() {
      return new CampaignBrief(this);
    }
  }
}
