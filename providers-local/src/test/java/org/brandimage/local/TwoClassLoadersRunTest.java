package org.brandimage.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs in two class loaders of one JVM, before and after one of them is closed. */
@Tag("slow")
class TwoClassLoadersRunTest {
  @TempDir private Path library;

  @BeforeEach
  void drawLibrary() throws IOException {
    BufferedImage mug = new BufferedImage(120, 140, BufferedImage.TYPE_INT_ARGB);
    draw(mug, new Color(0xAA3322), 10, 10, 100, 120, "products/mug.png");
    BufferedImage table = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    draw(table, new Color(0x997755), 0, 0, 256, 256, "backgrounds/wooden table.png");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void run_inTwoClassLoaders_isTheSameInBothAndAfterOneIsClosed(boolean firstGoesFirst)
      throws Exception {
    URLClassLoader one = loader();
    URLClassLoader two = loader();
    AutoCloseable first = campaigns(one);
    AutoCloseable second = campaigns(two);
    List<String> expected = run(first);
    assertThat(expected).isNotEmpty();
    assertThat(run(second)).isEqualTo(expected);

    (firstGoesFirst ? first : second).close();
    (firstGoesFirst ? one : two).close();
    AutoCloseable left = firstGoesFirst ? second : first;

    assertThat(run(left)).isEqualTo(expected);
    left.close();
    (firstGoesFirst ? two : one).close();
  }

  private void draw(BufferedImage image, Color colour, int x, int y, int w, int h, String name)
      throws IOException {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(x, y, w, h);
    graphics.dispose();
    Path file = library.resolve(name);
    Files.createDirectories(file.getParent());
    assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
  }

  private static URLClassLoader loader() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private AutoCloseable campaigns(ClassLoader loader) throws Exception {
    return (AutoCloseable)
        loader.loadClass(Campaigns.class.getName()).getConstructor(Path.class).newInstance(library);
  }

  @SuppressWarnings("unchecked") // the class is this one's double in another class loader
  private static List<String> run(AutoCloseable campaigns) {
    return ((Function<String, List<String>>) campaigns).apply("a mug on a wooden table");
  }

  /** What each class loader has of its own; only types of the JDK go in and out. */
  public static final class Campaigns implements Function<String, List<String>>, AutoCloseable {
    private final LocalStages stages;
    private final BrandImagePipeline pipeline;

    /** Opens stages and pipeline. */
    public Campaigns(Path library) {
      stages = LocalStages.open(library);
      pipeline = BrandImagePipeline.builder().stages(stages).build();
    }

    @Override
    public List<String> apply(String prompt) {
      CampaignBrief brief =
          CampaignBrief.builder(prompt).canvases(List.of(new CanvasSize(256, 256))).build();
      return pipeline.run(brief).finalists().stream().map(Campaigns::described).toList();
    }

    private static String described(Finalist finalist) {
      return finalist.id() + " " + Arrays.hashCode(finalist.image().raster().toArgb());
    }

    @Override
    public void close() {
      pipeline.close();
      stages.close();
    }
  }
}
