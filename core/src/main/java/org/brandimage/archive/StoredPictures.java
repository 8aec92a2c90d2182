package org.brandimage.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.EncodedImage.Format;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.result.BlobStore;
import org.jspecify.annotations.Nullable;

/** How pictures stand in the JSON of a paid result: by the digests of their bytes. */
final class StoredPictures extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "stored picture";

  private final transient BlobStore blobs;
  private final transient PngWriter png = PngWriter.create();
  private final transient ImageDecoder decoder = ImageDecoder.create();

  StoredPictures(BlobStore blobs) {
    super("stored-pictures");
    this.blobs = blobs;
    addSerializer(ImageSource.class, new PictureWriter());
    addDeserializer(ImageSource.class, new PictureReader());
    addSerializer(OutpaintedImage.class, new OutpaintedWriter());
    addDeserializer(OutpaintedImage.class, new OutpaintedReader());
  }

  private StoredPicture put(ImageSource picture) {
    Optional<EncodedImage> original = picture.original();
    String bytes = original.map(image -> blobs.put(image.bytes())).orElse(null);
    String pixels =
        original.isPresent() && holds(original.get(), picture)
            ? bytes
            : blobs.put(png.encode(picture.raster()).bytes());
    return new StoredPicture(
        picture.digest(),
        picture.size().width(),
        picture.size().height(),
        Objects.requireNonNull(pixels),
        original.isPresent() && bytes != null && bytes.equals(pixels)
            ? formatOf(original.get())
            : formatOf(Format.PNG),
        bytes,
        original.map(StoredPictures::formatOf).orElse(null));
  }

  /** Tells whether a picture's pixels are those of its original bytes. */
  private boolean holds(EncodedImage original, ImageSource picture) {
    try {
      ImageSource source = decoder.source(original, NAME);
      return source.size().equals(picture.size()) && source.raster().equals(picture.raster());
    } catch (UnreadableImageException e) {
      return false;
    }
  }

  private static String formatOf(EncodedImage image) {
    return formatOf(image.format());
  }

  private static String formatOf(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private final class PictureWriter extends JsonSerializer<ImageSource> {
    @Override
    public void serialize(ImageSource picture, JsonGenerator target, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(put(picture), target);
    }
  }

  private final class PictureReader extends JsonDeserializer<ImageSource> {
    @Override
    public ImageSource deserialize(JsonParser source, DeserializationContext context)
        throws IOException {
      return new BlobPicture(context.readValue(source, StoredPicture.class), blobs, decoder);
    }
  }

  /** The form of an outpainted picture. */
  private record Outpainted(
      int index, ImageSource image, long seed, @Nullable ImageSource cleanPlate) {}

  private static final class OutpaintedWriter extends JsonSerializer<OutpaintedImage> {
    @Override
    public void serialize(OutpaintedImage image, JsonGenerator target, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(
          new Outpainted(
              image.index(), image.image(), image.seed(), image.cleanPlate().orElse(null)),
          target);
    }
  }

  private static final class OutpaintedReader extends JsonDeserializer<OutpaintedImage> {
    @Override
    public OutpaintedImage deserialize(JsonParser source, DeserializationContext context)
        throws IOException {
      Outpainted form = context.readValue(source, Outpainted.class);
      OutpaintedImage image = new OutpaintedImage(form.index(), form.image(), form.seed());
      return form.cleanPlate() == null ? image : image.withCleanPlate(form.cleanPlate());
    }
  }
}
