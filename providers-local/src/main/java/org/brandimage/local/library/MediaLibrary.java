package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;

/**
 * A media library: a folder of PNG, JPEG and WebP files at any depth, each an asset whose id is its
 * path without extension, on every file system Java has, an archive's too; or what {@link
 * LibraryIngest} made of such folders, for libraries too large to be looked through at each start.
 * The rules for files are the same:
 *
 * <ul>
 *   <li><b>Kind</b>: what the sidecar says; else the nearest folder named products, backgrounds (or
 *       scenes, places, settings) or themes (or moods); else a picture with transparent pixels is a
 *       product and any other a background.
 *   <li><b>Description</b>: what the sidecar says, else the words of the file's name.
 *   <li><b>Several photos</b> of one asset: {@code mug@2.png} and {@code mug@side.png} belong to
 *       {@code mug.png}, as do those the sidecar lists.
 *   <li><b>Sidecar</b>: {@code mug.json} beside {@code mug.png}, every field optional:
 *       <pre>{@code
 * {"id": "SKU-4711", "kind": "product", "description": "a blue enamel mug", "tags": ["cup", "camping"],
 *  "heightCm": 9.5, "attributes": {"season": "summer"}, "photos": ["detail/handle.png"]}
 * }</pre>
 * </ul>
 *
 * <p>Pictures are opened when they are used; here only their headers are read and their bytes
 * digested, and a picture is decoded when nothing else gives its kind. An unreadable picture is
 * left out with one warning and listed in {@link #skipped()}. Nothing outside the folder is read,
 * wherever sidecars or symbolic links point.
 *
 * <p>Immutable and thread-safe; files that change after opening are not noticed.
 */
public sealed interface MediaLibrary permits FolderLibrary, StoredLibrary {
  /**
   * Opens a library with the default limits of {@link ImageDecoder}.
   *
   * @param folder a folder of pictures, or one that {@link LibraryIngest} wrote
   * @return the library
   * @throws InvalidInputException when the folder is missing, no folder, or has no readable
   *     picture; when a sidecar is wrong, or two files have the same id; when an ingested library
   *     is damaged or of another version
   */
  static MediaLibrary open(Path folder) {
    return open(folder, ImageDecoder.create());
  }

  /**
   * Opens a library.
   *
   * @param folder a folder of pictures, or one that {@link LibraryIngest} wrote
   * @param decoder reads the pictures, now and later
   * @return the library
   * @throws InvalidInputException when the folder is missing, no folder, or has no readable
   *     picture; when a sidecar is wrong, or two files have the same id; when an ingested library
   *     is damaged or of another version
   */
  static MediaLibrary open(Path folder, ImageDecoder decoder) {
    Objects.requireNonNull(decoder, "decoder");
    Path root = root(Objects.requireNonNull(folder, "folder"));
    return LibrarySnapshot.isLibrary(root)
        ? new StoredLibrary(LibrarySnapshot.open(root, decoder))
        : FolderLibrary.open(folder, root, decoder);
  }

  private static Path root(Path folder) {
    if (!Files.exists(folder)) {
      throw new InvalidInputException("library", folder, "give a folder that exists");
    }
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException("library", folder, "give a folder, not a file");
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new InvalidInputException("library", folder, "give a folder that can be read");
    }
  }

  /**
   * Returns the folder.
   *
   * @return its real path
   */
  Path folder();

  /**
   * Returns everything in the library.
   *
   * @return the assets in the order of their ids; of an ingested library each is read when it is
   *     asked for
   */
  List<Asset> assets();

  /**
   * Returns one asset.
   *
   * @param id its id
   * @return the asset, or empty when there is none of this id
   */
  Optional<Asset> asset(String id);

  /**
   * Returns the picture files of one asset, in the order of {@link Asset#photos()}.
   *
   * @param id its id
   * @return paths below the folder that was opened or ingested, with {@code /}; below the library
   *     for pictures that an ingest copied; empty when there is no asset of this id
   */
  List<String> files(String id);

  /**
   * Returns the files that look like pictures but are not used.
   *
   * @return path in the library to reason, in the order of the paths
   */
  Map<String, String> skipped();

  /**
   * Returns the fingerprint of the content; any other picture, word or number gives another.
   *
   * @return lower-case hexadecimal
   */
  String fingerprint();

  /**
   * Returns whether this is an ingested library rather than a plain folder.
   *
   * @return whether it was ingested
   */
  boolean isIngested();

  /**
   * Returns what an ingested library was made with, and checks its files.
   *
   * @return figures, or empty for a plain folder
   */
  Optional<LibraryHealth> health();

  /**
   * Returns the model that an ingested library's pictures were embedded with.
   *
   * @return its name, the empty text when pictures were not embedded; or empty for a plain folder
   */
  Optional<String> contentModel();
}
