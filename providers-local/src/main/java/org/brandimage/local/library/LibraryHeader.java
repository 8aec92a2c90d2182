package org.brandimage.local.library;

import java.io.IOException;
import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.model.Embedder;
import org.jspecify.annotations.Nullable;

/**
 * What the vectors of a library were made with. The first record of every catalogue.
 *
 * @param textModel the model of descriptions, names and tags
 * @param textDimension the length of its vectors
 * @param contentModel the model of pictures; empty when pictures are not embedded
 * @param contentDimension the length of its vectors; 0 without such a model
 */
record LibraryHeader(
    String textModel, int textDimension, String contentModel, int contentDimension) {
  /** The layout of the files; raised whenever an older reader would misread them. */
  static final int VERSION = 1;

  /** Checks the values. */
  LibraryHeader {
    Objects.requireNonNull(textModel, "textModel");
    Objects.requireNonNull(contentModel, "contentModel");
  }

  /**
   * Returns the header of a library made with these models.
   *
   * @param text embeds texts
   * @param content embeds pictures, if they are to be embedded
   * @return the header
   */
  static LibraryHeader of(Embedder text, @Nullable Embedder content) {
    return new LibraryHeader(
        text.model(),
        text.dimension(),
        content == null ? "" : content.model(),
        content == null ? 0 : content.dimension());
  }

  /**
   * Checks that queries are embedded as a library was.
   *
   * @param library the library, for the message
   * @param text embeds texts
   * @param content embeds pictures; none to search by words only
   * @throws InvalidInputException when it was made with other models
   */
  void requireModels(Object library, Embedder text, @Nullable Embedder content) {
    LibraryHeader given = of(text, content);
    boolean wordsOnly = content == null;
    requireSame(
        library,
        wordsOnly
            ? new LibraryHeader(
                given.textModel, given.textDimension, contentModel, contentDimension)
            : given);
  }

  /**
   * Checks that vectors of other models are not mixed in.
   *
   * @param library the library, for the message
   * @param wanted the models at hand
   * @throws InvalidInputException when they are others
   */
  void requireSame(Object library, LibraryHeader wanted) {
    require(
        library,
        "text model",
        textModel + "/" + textDimension,
        wanted.textModel + "/" + wanted.textDimension);
    require(
        library,
        "content model",
        contentModel + "/" + contentDimension,
        wanted.contentModel + "/" + wanted.contentDimension);
  }

  private static void require(Object library, String field, String has, String wanted) {
    if (!has.equals(wanted)) {
      throw new InvalidInputException(
          library + ": " + field,
          has,
          "use that model, or ingest into another folder with " + wanted);
    }
  }

  byte[] encoded() throws IOException {
    RecordWriter out = new RecordWriter();
    out.text("brandimage-library");
    out.number(VERSION);
    out.text(textModel);
    out.number(textDimension);
    out.text(contentModel);
    out.number(contentDimension);
    return out.bytes();
  }

  static LibraryHeader decoded(byte[] record, Object file) {
    RecordReader in = new RecordReader(record);
    if (!in.text().equals("brandimage-library")) {
      throw new InvalidInputException(String.valueOf(file), "no library", "ingest anew");
    }
    int version = in.number();
    if (version != VERSION) {
      throw new InvalidInputException(
          file + ": version",
          version,
          "this release reads version " + VERSION + "; ingest into another folder");
    }
    return new LibraryHeader(in.text(), in.number(), in.text(), in.number());
  }
}
