package org.brandimage.local.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.error.InvalidInputException;

/**
 * A folder of model files that you provide. Each model of {@link ModelCatalogue} has a fixed path
 * in it, such as {@code nima/nima_mobilenet_aesthetic.onnx}; what is not there is not used, and
 * nothing is ever downloaded. The folder is looked at on each question, so files may be added while
 * it is in use. Holds nothing open; immutable and thread-safe.
 */
public final class ModelStore {
  private final Path folder;

  private ModelStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder.
   *
   * @param folder the folder; may be empty
   * @return the store
   * @throws InvalidInputException when there is no such folder
   */
  public static ModelStore open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          "models", folder, "there is no such folder; name the one that holds your model files");
    }
    return new ModelStore(folder);
  }

  /**
   * Returns the folder.
   *
   * @return the folder as it was given
   */
  public Path folder() {
    return folder;
  }

  /**
   * Returns whether a model's file is there.
   *
   * @param entry the model
   * @return true when there is such a file, whatever is in it
   */
  public boolean has(ModelEntry entry) {
    return Files.isRegularFile(folder.resolve(entry.file()));
  }

  /**
   * Returns a model's file.
   *
   * @param entry the model
   * @return the file
   * @throws InvalidInputException when it is not there; the message says where to get it
   */
  public Path file(ModelEntry entry) {
    if (!has(entry)) {
      String whence = entry.source().isEmpty() ? "" : "; to be had from " + entry.source();
      throw new InvalidInputException(
          "model " + entry.name(), entry.file(), "is not in " + folder + whence);
    }
    return folder.resolve(entry.file());
  }

  /**
   * Opens a network, whose weights are loaded with its first call.
   *
   * @param entry the model
   * @return the network, to be closed by the caller after its last use
   * @throws InvalidInputException when its file is missing, cut off, no ONNX file, or takes other
   *     inputs than the entry says
   */
  public OnnxModel load(ModelEntry entry) {
    OnnxModel model = OnnxModel.load(file(entry));
    List<String> expected = entry.inputs().stream().map(ModelStore::tensorName).toList();
    if (!expected.isEmpty() && !model.inputs().equals(expected)) {
      model.close();
      throw new InvalidInputException(
          "model " + entry.name(),
          entry.file(),
          "takes " + model.inputs() + " and should take " + expected + "; export it so");
    }
    return model;
  }

  /**
   * Reads the lines of a text file, such as a list of labels.
   *
   * @param entry the file
   * @return its lines, none empty
   * @throws InvalidInputException when the file is missing or not UTF-8 text
   */
  public List<String> lines(ModelEntry entry) {
    Path file = file(entry);
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  /**
   * Looks at every model of the catalogue and hashes those that are there, which reads each file
   * once.
   *
   * @return one line a model, in the order of the catalogue
   * @throws InvalidInputException when a file is there but cannot be read
   */
  public List<Holding> holdings() {
    List<Holding> holdings = new ArrayList<>();
    for (ModelEntry entry : ModelCatalogue.all()) {
      holdings.add(has(entry) ? hashed(entry) : new Holding(entry, State.MISSING, 0, ""));
    }
    return List.copyOf(holdings);
  }

  private Holding hashed(ModelEntry entry) {
    Path file = folder.resolve(entry.file());
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      long bytes =
          new DigestInputStream(in, sha256).transferTo(java.io.OutputStream.nullOutputStream());
      String hash = HexFormat.of().formatHex(sha256.digest());
      Optional<String> known = entry.sha256();
      State state =
          known.isEmpty() ? State.UNKNOWN : known.get().equals(hash) ? State.VERIFIED : State.OTHER;
      return new Holding(entry, state, bytes, hash);
    } catch (IOException e) {
      throw unreadable(entry, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String tensorName(String described) {
    return described.substring(0, described.indexOf(' '));
  }

  private InvalidInputException unreadable(ModelEntry entry, IOException e) {
    InvalidInputException error =
        new InvalidInputException(
            "model " + entry.name(), entry.file(), "cannot be read in " + folder + "; check it");
    error.initCause(e);
    return error;
  }

  @Override
  public String toString() {
    return "ModelStore[" + folder + "]";
  }

  /** What a store has of a model. */
  public enum State {
    /** The very file this library was tried with. */
    VERIFIED,
    /** A file is there, and the catalogue has no hash to compare. */
    UNKNOWN,
    /** A file is there, but not the one this library was tried with; it may do as well. */
    OTHER,
    /** There is no such file. */
    MISSING
  }

  /**
   * A model and what a store has of it.
   *
   * @param entry the model
   * @param state what is there
   * @param bytes the file's length; 0 when missing
   * @param sha256 the file's hash, lower-case hexadecimal; empty when missing
   */
  public record Holding(ModelEntry entry, State state, long bytes, String sha256) {
    /** Checks the values. */
    public Holding {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(sha256, "sha256");
    }
  }
}
