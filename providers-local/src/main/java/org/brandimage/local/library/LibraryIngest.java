package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.library.source.AssetSource;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.retrieve.Asset;
import org.jspecify.annotations.Nullable;

/**
 * Brings a library on disk up to date with folders, tables or streams of assets. {@link
 * MediaLibrary#open} then opens it without looking at the pictures or embedding anything.
 *
 * <ul>
 *   <li><b>Incremental</b>: what has the same bytes and the same words as before is not embedded
 *       again; what changed is replaced; what is gone from its folder leaves the library.
 *   <li><b>Durable</b>: every {@value #BATCH} assets are committed, atomically. A process killed at
 *       any moment leaves the last commit, and the next ingest goes on from there. Records and
 *       vectors carry checksums; what is damaged is dropped and made anew.
 *   <li><b>One writer, many readers</b>: a second ingest at the same time is refused; libraries
 *       that are open keep what they opened.
 *   <li><b>Never stops at a bad file</b>: what cannot be used is in the report with its error, and
 *       what was ingested of it earlier stays.
 * </ul>
 *
 * <p>Pictures of folders and tables stay where they are and are found there by path and digest;
 * those of a stream are copied into the library. Paths out of the folder are refused, links are
 * resolved first, and URLs are never fetched. Immutable; ingests of one object are independent.
 */
public final class LibraryIngest {
  /** How many assets are embedded and committed together. */
  public static final int BATCH = 32;

  private final Path library;
  private final Embedder text;
  private final @Nullable Embedder content;
  private final ImageDecoder decoder;
  private final IngestProgress progress;

  private LibraryIngest(Builder builder) {
    this.library = builder.library;
    this.text = builder.text;
    this.content = builder.content;
    this.decoder = builder.decoder;
    this.progress = builder.progress;
  }

  /**
   * Starts a builder.
   *
   * @param library the library's folder; empty, new, or one of this class
   * @param text embeds descriptions, names and tags; stays yours to close
   * @return a builder with the default settings
   */
  public static Builder builder(Path library, Embedder text) {
    return new Builder(library, text);
  }

  /**
   * Ingests a folder by the rules of {@link MediaLibrary}.
   *
   * @param folder pictures and their sidecars, at any depth
   * @param context the run it belongs to; {@link StageContext#standalone()} by itself
   * @return what was done
   * @throws InvalidInputException when a folder cannot be used, another ingest is under way, or the
   *     library was made with other models
   * @throws InterruptedException when cancelled; what was done by then is committed
   */
  public IngestReport folder(Path folder, StageContext context) throws InterruptedException {
    Path root = root(folder);
    return ingest(
        root.toString(), true, context, run -> run.takeAll(AssetSource.folder(root, decoder, run)));
  }

  /**
   * Ingests the rows of a CSV file, as {@code ingest} of the command does with a file that is named
   * so. Columns: {@code file} (paths from the table's folder, several parted by semicolons), {@code
   * id}, {@code kind}, {@code description}, {@code tags} (parted by semicolons), {@code heightCm};
   * every other column is an attribute. Only {@code file} must be there.
   *
   * <p>Files are read as spreadsheets write them. A byte order mark decides between UTF-8 and
   * UTF-16; without one a file is UTF-8 when it is valid as such, else windows-1252, with a warning
   * in the log. Cells are separated as given by a first line {@code sep=;}, else by comma,
   * semicolon or tab, whichever gives the header the most of the columns above. Their names may be
   * in any case and have spaces and punctuation, and a height may have a decimal comma.
   *
   * @param csv the file, with a first row of names and at most 256 MiB
   * @param context the run it belongs to; {@link StageContext#standalone()} by itself
   * @return what was done
   * @throws InvalidInputException when the file is no such table, another ingest is under way, or
   *     the library was made with other models
   * @throws InterruptedException when cancelled; what was done by then is committed
   */
  public IngestReport manifest(Path csv, StageContext context) throws InterruptedException {
    Path root = AssetSource.table(csv, decoder, (id, file, problem) -> {}).root();
    return ingest(
        root.toString(), true, context, run -> run.takeAll(AssetSource.table(csv, decoder, run)));
  }

  /**
   * Ingests assets from elsewhere; adds and replaces, and removes nothing. Their pictures are
   * copied into the library.
   *
   * @param assets the assets, each id once
   * @param context the run it belongs to; {@link StageContext#standalone()} by itself
   * @return what was done
   * @throws InvalidInputException when another ingest is under way, or the library was made with
   *     other models
   * @throws InterruptedException when cancelled; what was done by then is committed
   */
  public IngestReport assets(Iterator<Asset> assets, StageContext context)
      throws InterruptedException {
    return ingest(
        CatalogRecord.COPIED,
        false,
        context,
        run -> {
          while (assets.hasNext()) {
            run.takeAsset(assets.next());
          }
        });
  }

  private IngestReport ingest(String source, boolean removing, StageContext context, Work work)
      throws InterruptedException {
    Objects.requireNonNull(context, "context");
    long begin = System.nanoTime();
    LibraryHeader header = LibraryHeader.of(text, content);
    try (LibraryWriter writer = LibraryWriter.open(library, header, decoder)) {
      IngestRun run =
          new IngestRun(
              writer,
              new IngestRun.Settings(library, source, BATCH, progress::on),
              text,
              content,
              context);
      work.on(run);
      run.finish(removing);
      return run.report(System.nanoTime() - begin);
    } catch (IOException e) {
      throw new StageException(
          "cannot write the library " + library + ": " + e.getMessage(),
          e,
          StageException.RetryInfo.once(true));
    }
  }

  private static Path root(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          "folder",
          folder,
          Files.exists(folder) ? "give a folder, not a file" : "give a folder that exists");
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new InvalidInputException("folder", folder, "give a folder that can be read");
    }
  }

  @Override
  public String toString() {
    return "LibraryIngest[" + library + "]";
  }

  /** Hands assets to a run. */
  @FunctionalInterface
  private interface Work {
    void on(IngestRun run) throws IOException, InterruptedException;
  }

  /** Builds a {@link LibraryIngest}. Not thread-safe. */
  public static final class Builder {
    private final Path library;
    private final Embedder text;
    private @Nullable Embedder content;
    private ImageDecoder decoder = ImageDecoder.create();
    private IngestProgress progress = (done, total) -> {};

    private Builder(Path library, Embedder text) {
      this.library = Objects.requireNonNull(library, "library").toAbsolutePath().normalize();
      this.text = Objects.requireNonNull(text, "text");
    }

    /**
     * Sets what embeds pictures, so that they are found by what they show.
     *
     * @param content embeds pictures and texts, such as a {@link
     *     org.brandimage.local.vision.PictureEmbedder}; stays yours to close
     * @return this
     */
    public Builder content(Embedder content) {
      if (!content.embedsImages()) {
        throw new IllegalArgumentException("content must embed pictures: " + content.model());
      }
      this.content = content;
      return this;
    }

    /**
     * Sets what reads the pictures.
     *
     * @param decoder with its limits; those of {@link ImageDecoder#create()} by default
     * @return this
     */
    public Builder decoder(ImageDecoder decoder) {
      this.decoder = Objects.requireNonNull(decoder, "decoder");
      return this;
    }

    /**
     * Sets what hears how far an ingest is.
     *
     * @param progress the listener; none by default
     * @return this
     */
    public Builder progress(IngestProgress progress) {
      this.progress = Objects.requireNonNull(progress, "progress");
      return this;
    }

    /**
     * Builds the ingest; nothing is opened yet.
     *
     * @return the ingest
     */
    public LibraryIngest build() {
      return new LibraryIngest(this);
    }
  }
}
