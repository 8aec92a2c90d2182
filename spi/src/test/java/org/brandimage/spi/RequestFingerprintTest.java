package org.brandimage.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.junit.jupiter.api.Test;

/** A memo is found by its request's fingerprint: whatever a stage can see must change it. */
class RequestFingerprintTest {
  private static final Size SIZE = new Size(4, 4);
  private static final ImageSource WHITE = filled(-1);
  private static final ImageSource BLACK = filled(0xFF000000);
  private static final Mask MASK = Mask.of(SIZE, (x, y) -> x == 0);
  private static final SafeZone ZONE = new SafeZone(0, 0, 1, 0.2);
  private static final Caption CAPTION = Caption.builder("a duck", "duck", "a", "a").build();
  private static final Candidate CANDIDATE = candidate("c1", 0);

  @Test
  void scene_anyField_changesIt() {
    Entity street = new Entity(EntityKind.BACKGROUND, "street", "a street");
    Asset place = Asset.builder("street", EntityKind.BACKGROUND, List.of(WHITE)).build();
    assertThat(
            List.of(
                print(scene(asset())),
                print(scene(asset().description("yellow"))),
                print(scene(asset().tags(Set.of("yellow")))),
                print(scene(asset().attributes(Map.of("season", "summer")))),
                print(scene(asset().heightCm(10))),
                print(scene(Asset.builder("duck", EntityKind.PRODUCT, List.of(BLACK)))),
                print(scene(asset()).setting(street)),
                print(scene(asset()).themes(List.of(street))),
                print(scene(asset()).background(place)),
                print(scene(asset()).themeAssets(List.of(place))),
                Scene.builder("s", List.of(selection("a red duck"))).build().fingerprint()))
        .doesNotHaveDuplicates();
    assertThat(print(scene(asset()))).isEqualTo(print(scene(asset())));
  }

  @Test
  void captionRequest_notesAndBrand_changeIt() {
    Scene scene = scene(asset()).build();
    BrandKit other = BrandKit.builder("other").build();
    assertThat(
            List.of(
                new CaptionRequest(scene, BrandKit.neutral(), List.of()).fingerprint(),
                new CaptionRequest(scene, other, List.of()).fingerprint(),
                new CaptionRequest(scene, BrandKit.neutral(), List.of("x")).fingerprint()))
        .doesNotHaveDuplicates();
    assertThat(new CaptionRequest(scene, other, List.of("secret")).toString())
        .doesNotContain("secret");
  }

  @Test
  void planRequest_cutoutsOfTheProducts_changeIt() {
    assertThat(
            List.of(
                plan(List.of(WHITE)).build().fingerprint(),
                plan(List.of(BLACK)).build().fingerprint(),
                plan(List.of(WHITE, BLACK)).build().fingerprint(),
                plan(List.of(WHITE)).safeMargin(0).build().fingerprint(),
                plan(List.of(WHITE)).safeZones(List.of(ZONE)).build().fingerprint(),
                plan(List.of(WHITE)).grid(Grid.DEFAULT.withAnchors(2)).build().fingerprint(),
                plan(List.of(WHITE)).grid(Grid.DEFAULT.withOverflow(0.1)).build().fingerprint(),
                plan(List.of(WHITE)).notes(List.of("x")).build().fingerprint()))
        .doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(List.of(WHITE)).safeMargin(0.5).build())
        .withMessageContaining("0.5");
  }

  @Test
  void outpaintRequest_anyField_changesIt() {
    assertThat(
            List.of(
                outpaint(WHITE).build().fingerprint(),
                outpaint(BLACK).build().fingerprint(),
                outpaint(WHITE).background(WHITE).build().fingerprint(),
                outpaint(WHITE).background(BLACK).build().fingerprint(),
                outpaint(WHITE).count(2).build().fingerprint(),
                outpaint(WHITE).seed(2).build().fingerprint(),
                outpaint(WHITE).backgroundUse(BackgroundUse.BAND).build().fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void outpaintRequest_unusableValues_throw() {
    for (int count : new int[] {0, 17}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> outpaint(WHITE).count(count).build())
          .withMessageContaining("count");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> outpaint(WHITE).seed(2_147_483_647L).build())
        .withMessageContaining("seed");
    ImageSource small = ImageSource.of(RasterImage.filled(new Size(2, 2), -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> outpaint(small).build())
        .withMessageContainingAll("one size", "2x2", "4x4");
  }

  @Test
  void judgeRequest_candidateSceneAndGuidelines_changeIt() {
    Guideline rule = Guideline.required("a", "True.");
    Scene tagged = scene(asset().tags(Set.of("yellow"))).build();
    Scene plain = scene(asset()).build();
    assertThat(
            List.of(
                judge(CANDIDATE, plain, List.of(rule)),
                judge(candidate("c2", 0), plain, List.of(rule)),
                judge(CANDIDATE, tagged, List.of(rule)),
                judge(CANDIDATE, plain, List.of()),
                judge(CANDIDATE, plain, List.of(Guideline.required("a", "Else.")))))
        .doesNotHaveDuplicates();
  }

  @Test
  void rankRequest_verdictAndPlace_changeIt() {
    Verdict passed = verdict(Outcome.PASS, "Yes.");
    assertThat(
            List.of(
                rank(Contender.of("c", WHITE)),
                rank(Contender.builder("c", WHITE).caption(CAPTION).build()),
                rank(contender(WHITE, passed, CANDIDATE).build()),
                rank(contender(BLACK, passed, CANDIDATE).build()),
                rank(contender(WHITE, verdict(Outcome.FAIL, "Yes."), CANDIDATE).build()),
                rank(contender(WHITE, verdict(Outcome.PASS, "So."), CANDIDATE).build()),
                rank(contender(WHITE, passed, candidate("c1", 1)).build()),
                rank(contender(WHITE, passed, CANDIDATE).productLayer(BLACK).build())))
        .doesNotHaveDuplicates();
    Contender one = contender(WHITE, passed, CANDIDATE).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankRequest.of(List.of(one, one)))
        .withMessageContaining("twice: c");
  }

  private static Contender.Builder contender(
      ImageSource image, Verdict verdict, Candidate candidate) {
    return Contender.builder("c", image).caption(CAPTION).verdict(verdict).candidate(candidate);
  }

  @Test
  void refineRequest_whatARoundHasShown_changesIt() {
    Verdict empty = new Verdict("c1", List.of());
    assertThat(
            List.of(
                round().build().fingerprint(),
                round().captions(List.of(CAPTION)).build().fingerprint(),
                round().verdicts(List.of(empty)).build().fingerprint(),
                round().verdicts(List.of(empty, empty)).build().fingerprint(),
                round().verdicts(List.of(verdict(Outcome.FAIL, "No."))).build().fingerprint(),
                round().feedback(new Feedback("x", List.of(), List.of())).build().fingerprint(),
                RefineRequest.builder("a duck", 2).build().fingerprint()))
        .doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RefineRequest.builder("a duck", 0).build())
        .withMessageContaining("round");
  }

  private static RefineRequest.Builder round() {
    return RefineRequest.builder("a duck", 1);
  }

  private static String rank(Contender contender) {
    return RankRequest.of(List.of(contender)).fingerprint();
  }

  private static Verdict verdict(Outcome outcome, String reason) {
    return new Verdict("c1", List.of(GuidelineResult.builder("g", outcome, "me", reason).build()));
  }

  private static String judge(Candidate candidate, Scene scene, List<Guideline> guidelines) {
    return JudgeRequest.builder(candidate, WHITE, BLACK, scene, CAPTION, guidelines)
        .build()
        .fingerprint();
  }

  private static OutpaintRequest.Builder outpaint(ImageSource reference) {
    return OutpaintRequest.builder(
        CANDIDATE, scene(asset()).build(), CAPTION, WHITE, reference, MASK);
  }

  private static PlanRequest.Builder plan(List<ImageSource> photos) {
    List<Cutout> cutouts = photos.stream().map(photo -> new Cutout(photo, 1, "alpha")).toList();
    return PlanRequest.builder(
        scene(asset()).build(),
        CAPTION,
        new CanvasSize(64, 64),
        List.of(new ProductCutouts(selection("a duck"), cutouts)));
  }

  private static String print(Scene.Builder scene) {
    return scene.build().fingerprint();
  }

  private static Scene.Builder scene(Asset.Builder asset) {
    Entity duck = new Entity(EntityKind.PRODUCT, "duck", "a duck");
    return Scene.builder("s", List.of(new Selection(duck, asset.build())));
  }

  private static Selection selection(String phrase) {
    return new Selection(new Entity(EntityKind.PRODUCT, "duck", phrase), asset().build());
  }

  private static Asset.Builder asset() {
    return Asset.builder("duck", EntityKind.PRODUCT, List.of(WHITE));
  }

  private static Candidate candidate(String id, int x) {
    return new Candidate(id, List.of(new Placement(0, 0, 1, 1, 0, new Box(x, 0, 1, 1), 0)));
  }

  private static ImageSource filled(int argb) {
    return ImageSource.of(RasterImage.filled(SIZE, argb));
  }
}
