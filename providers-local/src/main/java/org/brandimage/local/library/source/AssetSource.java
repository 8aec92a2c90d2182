package org.brandimage.local.library.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.BrandImageException;

/**
 * Drafts of the assets that a folder or a table describes. Internal to the library. Used once, by
 * one thread.
 */
public interface AssetSource {
  /**
   * Scans a folder.
   *
   * @param root the folder, as its real path
   * @param decoder reads the pictures
   * @param problems receives the files that cannot be used
   * @return its assets
   * @throws IOException when the folder itself cannot be read
   */
  static AssetSource folder(Path root, ImageDecoder decoder, Problems problems) throws IOException {
    return new AssetAssembly(root, LibraryScan.of(root), decoder, problems);
  }

  /**
   * Opens a CSV table.
   *
   * @param csv the file
   * @param decoder reads the pictures
   * @param problems receives the rows and pictures that cannot be used
   * @return its assets
   * @throws org.brandimage.spi.error.InvalidInputException when there is no such file
   */
  static AssetSource table(Path csv, ImageDecoder decoder, Problems problems) {
    return new CsvManifest(csv, decoder, problems);
  }

  /** {@return the folder in which the pictures lie, as its real path} */
  Path root();

  /** {@return about how many assets there are, or 0 when that is not known before} */
  int expected();

  /**
   * Makes the drafts, each when it is asked for.
   *
   * @return the drafts, to be closed
   * @throws org.brandimage.spi.error.InvalidInputException when a table is none; also from the
   *     stream
   */
  Stream<AssetDraft> drafts();

  /** A receiver of what is wrong with an asset or a file. */
  @FunctionalInterface
  interface Problems {
    /**
     * Takes a problem; may throw it.
     *
     * @param id the asset it is about
     * @param file the file, as its path below the folder
     * @param problem names the file, the field and the remedy
     */
    void at(String id, String file, BrandImageException problem);
  }
}
