package org.brandimage.local.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model in the catalogue: the path of its file in a {@link ModelStore}, what it is for, its
 * tensors, its licence and where it can be had. Immutable.
 */
public final class ModelEntry {
  private final String name;
  private final String file;
  private final String purpose;
  private final String licence;
  private final String source;
  private final List<String> inputs;
  private final List<String> outputs;
  private final @Nullable String sha256;

  private ModelEntry(Builder builder) {
    this.name = builder.name;
    this.file = builder.file;
    this.purpose = builder.purpose;
    this.licence = builder.licence;
    this.source = builder.source;
    this.inputs = builder.inputs;
    this.outputs = builder.outputs;
    this.sha256 = builder.sha256;
  }

  /**
   * Starts an entry.
   *
   * @param name how the model is called, such as {@code nima-aesthetic}
   * @param file its file, relative to the store's folder, with {@code /} between folders
   * @return a builder of an entry about which nothing else is known
   */
  public static Builder builder(String name, String file) {
    return new Builder(name, file);
  }

  /**
   * Returns how the model is called.
   *
   * @return a short name
   */
  public String name() {
    return name;
  }

  /**
   * Returns where the file lies.
   *
   * @return a path relative to the store's folder
   */
  public String file() {
    return file;
  }

  /**
   * Returns what the model is for.
   *
   * @return a few words; empty when not known
   */
  public String purpose() {
    return purpose;
  }

  /**
   * Returns the licence of the weights.
   *
   * @return its name; empty when not known
   */
  public String licence() {
    return licence;
  }

  /**
   * Returns the public place where the model can be had.
   *
   * @return repository and file, and how it is exported; empty when not known
   */
  public String source() {
    return source;
  }

  /**
   * Returns the inputs the file must have.
   *
   * @return names with type and shape, such as {@code image f32[n,3,224,224]}; empty for a file
   *     that is no network
   */
  public List<String> inputs() {
    return inputs;
  }

  /**
   * Returns the outputs the file must have.
   *
   * @return names with type and shape; empty for a file that is no network
   */
  public List<String> outputs() {
    return outputs;
  }

  /**
   * Returns the SHA-256 of the file this library was tried with. Another file may do as well.
   *
   * @return lower-case hexadecimal, or empty when none was at hand
   */
  public Optional<String> sha256() {
    return Optional.ofNullable(sha256);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelEntry that && name.equals(that.name) && file.equals(that.file);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, file);
  }

  @Override
  public String toString() {
    return name + " (" + file + ")";
  }

  /** Builds a {@link ModelEntry}. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final String file;
    private String purpose = "";
    private String licence = "";
    private String source = "";
    private List<String> inputs = List.of();
    private List<String> outputs = List.of();
    private @Nullable String sha256;

    private Builder(String name, String file) {
      this.name = Objects.requireNonNull(name, "name");
      this.file = Objects.requireNonNull(file, "file");
      if (file.startsWith("/") || List.of(file.split("/", -1)).contains("..")) {
        throw new IllegalArgumentException("file must lie inside the store: " + file);
      }
    }

    /**
     * Sets what the model is for.
     *
     * @param purpose a few words
     * @return this
     */
    public Builder purpose(String purpose) {
      this.purpose = Objects.requireNonNull(purpose, "purpose");
      return this;
    }

    /**
     * Sets the licence of the weights.
     *
     * @param licence its name
     * @return this
     */
    public Builder licence(String licence) {
      this.licence = Objects.requireNonNull(licence, "licence");
      return this;
    }

    /**
     * Sets the public place where the model can be had.
     *
     * @param source repository and file, and how it is exported
     * @return this
     */
    public Builder source(String source) {
      this.source = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Sets the inputs the file must have.
     *
     * @param inputs names with type and shape
     * @return this
     */
    public Builder inputs(String... inputs) {
      this.inputs = List.of(inputs);
      return this;
    }

    /**
     * Sets the outputs the file must have.
     *
     * @param outputs names with type and shape
     * @return this
     */
    public Builder outputs(String... outputs) {
      this.outputs = List.of(outputs);
      return this;
    }

    /**
     * Sets the SHA-256 of the file this library was tried with.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @return this
     */
    public Builder sha256(String sha256) {
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits: " + sha256);
      }
      this.sha256 = sha256;
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public ModelEntry build() {
      return new ModelEntry(this);
    }
  }
}
