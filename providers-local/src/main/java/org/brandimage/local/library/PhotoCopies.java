package org.brandimage.local.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.json.SceneFactsJson;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Asset;

/** Copies of pictures in a library, each named after the digest of its bytes. Stateless. */
final class PhotoCopies {
  private static final String FOLDER = "media";

  private PhotoCopies() {}

  /** Returns the identity of everything an asset is made of. */
  static String key(Asset asset) {
    Fingerprint print = Fingerprint.of("asset").add(asset.id()).add(asset.kind().label());
    print.add(asset.description()).addAll(asset.tags()).add(asset.heightCm().orElse(0));
    print.add(SceneFactsJson.text(asset.sceneFacts())).add(asset.attributes().size());
    asset.attributes().forEach((name, value) -> print.add(name).add(value));
    return print.addAll(asset.photos().stream().map(ImageSource::digest).toList()).toHex();
  }

  static List<PhotoEntry> copy(Asset asset, Path library) throws IOException {
    List<PhotoEntry> copies = new ArrayList<>();
    for (ImageSource photo : asset.photos()) {
      EncodedImage image =
          photo.original().orElseGet(() -> PngWriter.create().encode(photo.raster()));
      ImageSource checked = ImageDecoder.create().source(image, asset.id());
      String digest = checked.digest();
      String extension = image.format().name().toLowerCase(Locale.ROOT);
      String path = FOLDER + "/" + digest.substring(0, 2) + "/" + digest + "." + extension;
      write(image, library.resolve(path));
      copies.add(new PhotoEntry(path, checked.size(), digest));
    }
    return copies;
  }

  private static void write(EncodedImage image, Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Path folder = java.util.Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "copy", ".part");
    try (InputStream bytes = image.openStream()) {
      Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
