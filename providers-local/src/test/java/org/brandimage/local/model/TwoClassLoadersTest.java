package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.EmbedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library in two class loaders of one JVM, as in a servlet container that loads it anew. */
@Tag("slow")
class TwoClassLoadersTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void embed_inTwoClassLoaders_worksInBothAndAfterOneIsClosed(boolean firstGoesFirst)
      throws Exception {
    URLClassLoader one = loader();
    URLClassLoader two = loader();
    AutoCloseable first = embedder(one);
    AutoCloseable second = embedder(two);
    double[] expected = embedded(first);
    assertThat(embedded(second)).isEqualTo(expected);

    (firstGoesFirst ? first : second).close();
    (firstGoesFirst ? one : two).close();
    AutoCloseable left = firstGoesFirst ? second : first;

    assertThat(embedded(left)).isEqualTo(expected);
    left.close();
    (firstGoesFirst ? two : one).close();
  }

  @Test
  void embed_afterAnEarlierClassLoaderIsGone_works() throws Exception {
    double[] earlier;
    try (URLClassLoader gone = loader();
        AutoCloseable embedder = embedder(gone)) {
      earlier = embedded(embedder);
    }
    try (URLClassLoader now = loader();
        AutoCloseable embedder = embedder(now)) {
      assertThat(embedded(embedder)).isEqualTo(earlier);
    }
  }

  private static URLClassLoader loader() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked") // the class is this one's double in another class loader
  private static AutoCloseable embedder(ClassLoader loader) throws Exception {
    return (AutoCloseable)
        loader.loadClass(Embedding.class.getName()).getDeclaredConstructor().newInstance();
  }

  @SuppressWarnings("unchecked") // as above
  private static double[] embedded(AutoCloseable embedder) {
    return ((Function<String, double[]>) embedder).apply("a red shoe");
  }

  /** What each class loader has of its own; only types of the JDK go in and out. */
  public static final class Embedding implements Function<String, double[]>, AutoCloseable {
    private final BgeSmallEmbedder embedder = BgeSmallEmbedder.create();

    /** Loads the model. */
    public Embedding() {}

    @Override
    public double[] apply(String text) {
      try {
        float[] values =
            embedder
                .embed(
                    EmbedRequest.ofTexts(List.of(text), EmbedRequest.Purpose.QUERY),
                    StageContext.standalone())
                .get(0)
                .toArray();
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = values[i];
        }
        return wide;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      embedder.close();
    }
  }
}
