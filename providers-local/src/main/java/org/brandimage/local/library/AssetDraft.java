package org.brandimage.local.library;

import java.util.List;
import java.util.Set;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Asset;

/**
 * An asset with its files; its kind may still have to be decided by decoding a picture.
 *
 * @param id its id
 * @param words the path its words are taken from when there is no description
 * @param photos its photos, the preferred one first, at least one
 * @param paths the photos' paths below the folder
 * @param sidecar its metadata
 */
record AssetDraft(
    String id, String words, List<ImageSource> photos, List<String> paths, Sidecar sidecar) {
  /** Copies the values. */
  AssetDraft {
    photos = List.copyOf(photos);
    paths = List.copyOf(paths);
  }

  /**
   * Returns the identity of everything it is made of: bytes of the pictures, words of the sidecar.
   *
   * @return lower-case hexadecimal
   */
  String key() {
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
  Asset asset() {
    EntityKind kind =
        sidecar
            .kind()
            .or(() -> AssetKinds.byFolder(words))
            .orElseGet(() -> AssetKinds.byLooking(photos.get(0)));
    Asset.Builder builder =
        Asset.builder(id, kind, photos)
            .description(sidecar.description().orElseGet(() -> AssetKinds.words(words)))
            .tags(Set.copyOf(sidecar.tags()))
            .attributes(sidecar.attributes());
    sidecar.heightCm().ifPresent(builder::heightCm);
    return builder.build();
  }
}
