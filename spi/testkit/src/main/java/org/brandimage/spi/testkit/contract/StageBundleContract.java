package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.StageBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link StageBundle}: extend it and say how to make yours. */
public abstract class StageBundleContract {
  private @Nullable StageBundle bundle;

  /** For subclasses. */
  protected StageBundleContract() {}

  /**
   * Makes the bundle under test.
   *
   * @return a bundle
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract StageBundle stageBundle() throws Exception;

  /** Makes the bundle under test. */
  @BeforeEach
  final void createBundle() throws Exception {
    bundle = stageBundle();
  }

  /** Closes the bundle under test. */
  @AfterEach
  final void closeBundle() {
    bundle().close();
  }

  /** If this fails, give the bundle a short name of its own. */
  @Test
  @DisplayName("B1 a bundle has a name")
  public final void b1_anyBundle_isNamed() {
    assertThat(bundle().name()).isNotBlank();
  }

  /** If this fails, make the stages once and keep them. */
  @Test
  @DisplayName("B2 each method returns the same every time")
  public final void b2_anyMethod_returnsTheSameTwice() {
    List<Object> first = offered();
    List<Object> second = offered();
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).isSameAs(first.get(i));
    }
  }

  /** If this fails, offer what the bundle is for, or do not ship it. */
  @Test
  @DisplayName("B3 a bundle offers something")
  public final void b3_anyBundle_offersSomething() {
    assertThat(offered()).isNotEmpty();
  }

  /** If this fails, guard {@code close} with a flag. */
  @Test
  @DisplayName("B4 closing twice is like once")
  public final void b4_closedBundle_canBeClosedAgain() {
    assertThatCode(bundle()::close).as("first close").doesNotThrowAnyException();
    assertThatCode(bundle()::close).as("second close").doesNotThrowAnyException();
  }

  private StageBundle bundle() {
    return Objects.requireNonNull(bundle, "bundle");
  }

  private List<Object> offered() {
    List<Object> offered = new ArrayList<>();
    bundle().decomposer().ifPresent(offered::add);
    bundle().assetRetriever().ifPresent(offered::add);
    offered.addAll(bundle().cutoutMakers());
    bundle().captioner().ifPresent(offered::add);
    bundle().compositionPlanner().ifPresent(offered::add);
    bundle().outpainter().ifPresent(offered::add);
    bundle().qualityJudge().ifPresent(offered::add);
    offered.addAll(bundle().guidelineChecks());
    bundle().ranker().ifPresent(offered::add);
    bundle().refiner().ifPresent(offered::add);
    bundle().languageModel().ifPresent(offered::add);
    bundle().embedder().ifPresent(offered::add);
    bundle().imageSimilarity().ifPresent(offered::add);
    return offered;
  }
}
