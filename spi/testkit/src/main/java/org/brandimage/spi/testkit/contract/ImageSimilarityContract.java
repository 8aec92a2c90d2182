package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link ImageSimilarity}: extend it and say how to make yours. */
public abstract class ImageSimilarityContract
    extends StageContract<ImageSimilarity, ImageSimilarityContract.Pair, Double> {
  private static final Size SIZE = new Size(96, 80);
  private static final double ROUNDING = 1e-4;

  /** For subclasses. */
  protected ImageSimilarityContract() {}

  /**
   * Two pictures to compare.
   *
   * @param first one picture
   * @param second the other
   */
  public record Pair(ImageSource first, ImageSource second) {}

  /**
   * Makes the similarity under test.
   *
   * @return a similarity
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract ImageSimilarity imageSimilarity() throws Exception;

  @Override
  protected List<Pair> requests() {
    ImageSource duck = ImageSource.of(TestPictures.duck(SIZE, TestPictures.WHITE));
    ImageSource mug = ImageSource.of(TestPictures.mug(new Size(64, 128), 0xFF304030));
    ImageSource place = ImageSource.of(TestPictures.landscape(SIZE, 0xFFF09040, 0xFF603040));
    return List.of(new Pair(duck, mug), new Pair(mug, place), new Pair(place, duck));
  }

  @Override
  protected List<Pair> awkwardRequests() {
    ImageSource duck = requests().get(0).first();
    ImageSource tiny = ImageSource.of(RasterImage.filled(new Size(1, 1), 0xFF808080));
    ImageSource narrow = ImageSource.of(RasterImage.filled(new Size(2, 900), 0xFF000000));
    ImageSource clear = ImageSource.of(RasterImage.filled(SIZE, TestPictures.CLEAR));
    return List.of(
        new Pair(duck, tiny),
        new Pair(narrow, clear),
        new Pair(duck, TestPictures.unreadable(SIZE)));
  }

  /** If this fails, scale the embeddings to length 1 before they are compared. */
  @Test
  @DisplayName("I1 a picture is wholly similar to itself")
  public final void i1_samePicture_isOne() throws InterruptedException {
    for (Pair pair : requests()) {
      ImageSource copy = ImageSource.of(pair.first().raster());
      assertThat(answer(new Pair(pair.first(), copy))).isCloseTo(1, within(ROUNDING));
    }
  }

  /** If this fails, look for a reference that is prepared in another way than the other picture. */
  @Test
  @DisplayName("I2 the order of the two does not matter")
  public final void i2_swappedPictures_areAsSimilar() throws InterruptedException {
    for (Pair pair : requests()) {
      assertThat(answer(new Pair(pair.second(), pair.first())))
          .isCloseTo(answer(pair), within(ROUNDING));
    }
  }

  /** If this fails, cut rounding off at 1 and -1. */
  @Test
  @DisplayName("I3 a similarity is a number from -1 to 1")
  public final void i3_anyPair_isBetweenMinusOneAndOne() throws InterruptedException {
    for (Pair pair : requests()) {
      assertThat(answer(pair)).isBetween(-1.0, 1.0);
      assertThat(answer(new Pair(pair.first(), pair.first()))).isBetween(-1.0, 1.0);
    }
  }

  /** If this fails, the model sees the same input for every picture. */
  @Test
  @DisplayName("I4 different pictures are less similar than equal ones")
  public final void i4_differentPictures_areLessSimilar() throws InterruptedException {
    for (Pair pair : requests()) {
      assertThat(answer(pair)).isLessThan(answer(new Pair(pair.first(), pair.first())));
    }
  }

  @Override
  final List<Pair> largeRequests() {
    ImageSource large = ImageSource.of(TestPictures.duck(LARGE, TestPictures.WHITE));
    return List.of(new Pair(large, requests().get(0).second()));
  }

  @Override
  final Pair withPictures(Pair request, UnaryOperator<ImageSource> change) {
    return new Pair(change.apply(request.first()), change.apply(request.second()));
  }

  @Override
  final ImageSimilarity create() throws Exception {
    return imageSimilarity();
  }

  @Override
  final Double call(ImageSimilarity stage, Pair request, StageContext context)
      throws InterruptedException {
    return stage.similarity(request.first(), request.second(), context);
  }

  @Override
  final Object snapshot(Pair request) {
    return List.of(Content.of(request.first()), Content.of(request.second()));
  }

  @Override
  final Object content(Double result) {
    return result;
  }

  @Override
  final List<String> secrets(Pair request) {
    return List.of();
  }
}
