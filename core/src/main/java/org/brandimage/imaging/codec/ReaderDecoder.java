package org.brandimage.imaging.codec;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.EncodedImage.Format;
import org.brandimage.spi.image.RasterImage;

/**
 * Decodes JPEG and WebP with TwelveMonkeys' readers, which convert CMYK and repair broken colour
 * profiles. The readers' providers are made here and never put into the process-wide registry, so
 * it does not matter what an application has registered. The JPEG reader works on top of the
 * platform's, whose class cannot be named; its provider is looked up in the process-wide registry
 * by class name, which changes nothing there, and handed over in a private one.
 */
final class ReaderDecoder {
  private static final String PLATFORM_JPEG = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

  private ReaderDecoder() {}

  static RasterImage decode(EncodedImage image, ImageHeader header, Deadline deadline)
      throws IOException {
    ImageReader reader = readerOf(header.format());
    try (GuardedImageStream stream =
        new GuardedImageStream(image.openStream(), image.length(), deadline)) {
      reader.setInput(stream, true, true);
      BufferedImage decoded = read(reader, deadline);
      if (decoded.getWidth() != header.stored().width()
          || decoded.getHeight() != header.stored().height()) {
        throw new IIOException("is damaged: its size is not the one its header gives");
      }
      deadline.check();
      PixelSink sink = new PixelSink(header.stored(), header.orientation());
      BufferedImagePixels.copy(decoded, sink);
      return sink.finish();
    } finally {
      reader.dispose();
    }
  }

  /** Readers' messages say what is wrong inside ("Bogus marker length"), so they are introduced. */
  private static BufferedImage read(ImageReader reader, Deadline deadline) throws IOException {
    try {
      return reader.read(0);
    } catch (EOFException e) {
      throw HeaderParser.endsEarly(e);
    } catch (IIOException e) {
      // Readers may swallow the deadline's own error and complain about what they then lack.
      deadline.check();
      throw new IIOException("cannot be decoded: " + e.getMessage(), e);
    }
  }

  private static ImageReader readerOf(Format format) throws IOException {
    ImageReaderSpi provider = format == Format.WEBP ? new WebPImageReaderSpi() : jpegProvider();
    return provider.createReaderInstance(null);
  }

  private static ImageReaderSpi jpegProvider() throws IIOException {
    Iterator<ImageReaderSpi> known =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (known.hasNext()) {
      ImageReaderSpi provider = known.next();
      if (provider.getClass().getName().equals(PLATFORM_JPEG)) {
        ServiceRegistry own =
            new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        own.registerServiceProvider(provider, ImageReaderSpi.class);
        JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
        own.registerServiceProvider(jpeg, ImageReaderSpi.class);
        return jpeg;
      }
    }
    throw new IIOException("cannot be read: this Java platform has no JPEG reader");
  }
}
