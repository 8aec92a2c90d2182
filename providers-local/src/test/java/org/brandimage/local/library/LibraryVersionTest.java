package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.testkit.fake.FakeEmbedder;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryVersionTest {
  @TempDir private Path library;

  @Test
  void open_otherFormat_isRefusedWithBothVersionsAndNothingIsChanged() throws Exception {
    ingest();
    Path catalog = library.resolve("catalog-1.log");
    byte[] ours = Files.readAllBytes(catalog);
    byte[] other = withVersion(ours, LibraryHeader.VERSION + 1);
    Files.write(catalog, other);

    assertThatThrownBy(() -> MediaLibrary.open(library))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            "catalog-1.log: version", "2", "reads version 1", "ingest into another folder");
    assertThatThrownBy(this::ingest)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("version", "2");
    assertThat(Files.readAllBytes(catalog)).isEqualTo(other);

    Files.write(catalog, ours);
    assertThat(MediaLibrary.open(library).asset("duck")).isPresent();
  }

  private void ingest() throws InterruptedException {
    ImageSource photo = ImageSource.of(TestPictures.duck(new Size(16, 12), 0xFFFFFFFF));
    Asset duck = Asset.builder("duck", EntityKind.PRODUCT, List.of(photo)).build();
    LibraryIngest.builder(library, new FakeEmbedder())
        .build()
        .assets(List.of(duck).iterator(), StageContext.standalone());
  }

  /** The version follows the format's name in the first record. */
  private static byte[] withVersion(byte[] catalog, int version) {
    int length = ByteBuffer.wrap(catalog).getInt();
    byte[] header = Arrays.copyOfRange(catalog, Frames.HEAD, Frames.HEAD + length);
    ByteBuffer.wrap(header).putInt(Integer.BYTES + "brandimage-library".length(), version);
    byte[] changed = catalog.clone();
    System.arraycopy(Frames.framed(header), 0, changed, 0, Frames.HEAD + length);
    return changed;
  }
}
