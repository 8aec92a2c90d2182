package org.brandimage.local.library.source;

import java.util.List;
import java.util.Set;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Asset;

/** An asset with its files; its kind may still have to be decided by decoding a picture. */
public final class AssetDraft {
  private final String id;
  private final String words;
  private final List<ImageSource> photos;
  private final List<String> paths;
  private final Sidecar sidecar;

  /**
   * Creates a draft.
   *
   * @param id its id
   * @param words the path its words are taken from when there is no description
   * @param photos its photos, the preferred one first, at least one
   * @param paths the photos' paths below the folder
   * @param sidecar its metadata
   */
  AssetDraft(
      String id, String words, List<ImageSource> photos, List<String> paths, Sidecar sidecar) {
    this.id = id;
    this.words = words;
    this.photos = List.copyOf(photos);
    this.paths = List.copyOf(paths);
    this.sidecar = sidecar;
  }

  /**
   * Returns the words of an id: "products/mug/01" is a mug.
   *
   * @param id an asset's id
   * @return the words of its last part that has any, else the id
   */
  public static String wordsOf(String id) {
    return AssetKinds.words(id);
  }

  /** {@return its id} */
  public String id() {
    return id;
  }

  /** {@return its photos, the preferred one first, at least one} */
  public List<ImageSource> photos() {
    return photos;
  }

  /** {@return the photos' paths below the folder} */
  public List<String> paths() {
    return paths;
  }

  /**
   * Returns the identity of everything it is made of: bytes of the pictures, words of the sidecar.
   *
   * @return lower-case hexadecimal
   */
  public String key() {
    return Fingerprint.of("asset-draft")
        .add(id)
        .add(words)
        .addAll(paths)
        .addAll(photos.stream().map(ImageSource::digest).toList())
        .add(sidecar.text())
        .toHex();
  }

  /**
   * Makes the asset; decodes a picture when neither sidecar nor folder gives the kind.
   *
   * @return the asset
   * @throws org.brandimage.spi.error.UnreadableImageException when that picture cannot be decoded
   * @throws org.brandimage.spi.error.InvalidInputException when the sidecar has a wrong field
   */
  public Asset asset() {
    EntityKind kind =
        sidecar
            .kind()
            .or(() -> AssetKinds.byFolder(words))
            .orElseGet(() -> AssetKinds.byLooking(photos.get(0)));
    Asset.Builder builder =
        Asset.builder(id, kind, photos)
            .description(sidecar.description().orElseGet(() -> AssetKinds.words(words)))
            .tags(Set.copyOf(sidecar.tags()))
            .attributes(sidecar.attributes())
            .sceneFacts(sidecar.sceneFacts());
    sidecar.heightCm().ifPresent(builder::heightCm);
    return builder.build();
  }
}
