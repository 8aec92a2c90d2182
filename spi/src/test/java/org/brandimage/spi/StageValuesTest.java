package org.brandimage.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.retrieve.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values of the stages refuse, and that they keep copies. */
class StageValuesTest {
  private static final ImageSource PICTURE = ImageSource.of(RasterImage.filled(new Size(2, 2), -1));
  private static final Entity DUCK = new Entity(EntityKind.PRODUCT, "duck", "a duck");
  private static final Placement PLACE = new Placement(0, 0, 1, 1, 0, new Box(0, 0, 1, 1), 0);

  @Test
  void decomposition_entityInTheWrongList_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Decomposition(List.of(), List.of(DUCK), List.of()))
        .withMessageContaining("PRODUCT stands among BACKGROUNDs");
  }

  @Test
  void decomposition_changedList_changesNothing() {
    List<Entity> products = new ArrayList<>(List.of(DUCK));
    Decomposition parts = new Decomposition(products, List.of(), List.of());
    products.clear();
    assertThat(parts.products()).containsExactly(DUCK);
  }

  @Test
  void decomposeRequest_blankPrompt_throwsAndTextsAreNotShown() {
    assertThatIllegalArgumentException().isThrownBy(() -> DecomposeRequest.of(" "));
    assertThat(new DecomposeRequest("secret", List.of("secret")).toString())
        .doesNotContain("secret");
    assertThat(new Feedback("secret", List.of(), List.of()).toString()).doesNotContain("secret");
  }

  @Test
  void entity_blankText_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Entity(EntityKind.THEME, "", "x"))
        .withMessageContaining("THEME");
  }

  @Test
  void retrieveRequest_limit_isFromOneToAThousand() {
    assertThat(new RetrieveRequest(DUCK, 1000, Set.of()).limit()).isEqualTo(1000);
    for (int limit : new int[] {0, 1001, -1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RetrieveRequest(DUCK, limit, Set.of()))
          .withMessageContaining(String.valueOf(limit));
    }
  }

  @Test
  void retrieveRequest_excludedIds_areSortedAndCopied() {
    Set<String> ids = new HashSet<>(Set.of("b", "a"));
    RetrieveRequest request = new RetrieveRequest(DUCK, 1, ids);
    ids.clear();
    assertThat(request.excludedIds()).containsExactly("a", "b");
    assertThat(request.fingerprint())
        .isNotEqualTo(new RetrieveRequest(DUCK, 1, Set.of("ab")).fingerprint());
  }

  @Test
  void asset_unusableValues_throwAndNameTheAsset() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Asset.builder("duck", EntityKind.PRODUCT, List.of()).build())
        .withMessageContaining("duck");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Asset.builder(" ", EntityKind.PRODUCT, List.of(PICTURE)).build());
    for (double height : new double[] {0, -1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> asset().heightCm(height).build())
          .withMessageContainingAll("duck", "heightCm", String.valueOf(height));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AssetMatch(asset().build(), Double.NaN));
  }

  @Test
  void scene_withoutProduct_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scene.builder("s", List.of()).build())
        .withMessageContaining("s must have a product");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "ä", "a b"})
  void candidate_unusableId_throws(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Candidate(id, List.of(PLACE)))
        .withMessageContaining("letters");
  }

  @Test
  void candidate_placements_areOrderedAndNotEmpty() {
    Placement behind = new Placement(1, 0, 1, 1, 0, new Box(0, 0, 1, 1), -1);
    assertThat(new Candidate("c", List.of(PLACE, behind)).placements())
        .containsExactly(behind, PLACE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Candidate("c", List.of()))
        .withMessageContaining("placement");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Candidate("c".repeat(121), List.of(PLACE)));
  }

  @Test
  void placement_outOfRange_throws() {
    Box box = new Box(0, 0, 1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Placement(-1, 0, 1, 1, 0, box, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Placement(0, -1, 1, 1, 0, box, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Placement(0, 0, 0, 1, 0, box, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Placement(0, 0, 1, 1, Double.NaN, box, 0))
        .withMessageContaining("NaN");
  }

  @Test
  void plan_twiceTheSameIdOrNone_throws() {
    Candidate candidate = new Candidate("c", List.of(PLACE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CompositionPlan(List.of(candidate, candidate), ""))
        .withMessageContaining("twice: c");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CompositionPlan(List.of(), ""))
        .withMessageContaining("candidate");
  }

  @Test
  void outpainting_indexTwice_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Outpainting(
                    List.of(new OutpaintedImage(0, PICTURE, 1)),
                    List.of(new OutpaintRejection(0, "prompt", "refused"))))
        .withMessageContaining("twice: 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new OutpaintedImage(-1, PICTURE, 1));
    ImageSource other = ImageSource.of(RasterImage.filled(new Size(3, 5), 0xFF000000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutpaintedImage(0, PICTURE, 1).withCleanPlate(other))
        .withMessageContaining("cleanPlate")
        .withMessageContaining("3x5");
    assertThatIllegalArgumentException().isThrownBy(() -> new OutpaintRejection(-1, "a", "b"));
  }

  @Test
  void verdict_guidelineTwice_throws() {
    GuidelineResult one = GuidelineResult.builder("g", Outcome.PASS, "me", "Yes.").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict("c", List.of(one, one)))
        .withMessageContaining("twice: g");
    assertThat(one.passed()).isTrue();
  }

  @Test
  void guidelineResult_blankReasonOrOddNumber_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GuidelineResult.builder("g", Outcome.FAIL, "me", " ").build())
        .withMessageContaining("g needs a reason");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GuidelineResult.builder("g", Outcome.FAIL, "me", "No.").number(Double.NaN).build())
        .withMessageContaining("finite");
  }

  @Test
  void ranking_of_sortsByScoreAndThenId() {
    RankedImage low = new RankedImage("a", 1, Map.of());
    RankedImage twinB = new RankedImage("b", 2, Map.of());
    RankedImage twinC = new RankedImage("c", 2, Map.of());
    assertThat(Ranking.of(List.of(low, twinC, twinB)).images()).containsExactly(twinB, twinC, low);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ranking(List.of(twinC, twinB)))
        .withMessageContainingAll("b", "Ranking.of");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RankedImage("a", Double.POSITIVE_INFINITY, Map.of()));
  }

  @Test
  void rankedImage_changedFeatures_changeNothing() {
    Map<String, Double> features = new HashMap<>(Map.of("b", 1.0, "a", 2.0));
    RankedImage image = new RankedImage("a", 1, features);
    features.clear();
    assertThat(image.features()).containsExactly(Map.entry("a", 2.0), Map.entry("b", 1.0));
  }

  @Test
  void refinement_changedNotes_changeNothing() {
    List<String> texts = new ArrayList<>(List.of("warmer"));
    Map<StageId, List<String>> notes = new EnumMap<>(StageId.class);
    notes.put(StageId.RANK, List.of("again"));
    notes.put(StageId.CAPTION, texts);
    Refinement refinement = new Refinement(notes, Set.of());
    texts.clear();
    notes.clear();
    assertThat(refinement.notes())
        .containsExactly(
            Map.entry(StageId.CAPTION, List.of("warmer")),
            Map.entry(StageId.RANK, List.of("again")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Feedback(" ", List.of(), List.of()));
  }

  private static Asset.Builder asset() {
    return Asset.builder("duck", EntityKind.PRODUCT, List.of(PICTURE));
  }
}
