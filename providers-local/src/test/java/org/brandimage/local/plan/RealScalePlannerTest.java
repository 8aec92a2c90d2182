package org.brandimage.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealScalePlannerTest {
  private static final CanvasSize SQUARE = new CanvasSize(1000, 1000);

  private final RealScalePlanner planner = RealScalePlanner.create();

  @Test
  void plan_sofaAndMug_sofaIsLargerAndTheMugStillSeen() throws Exception {
    CompositionPlan plan = plan(SQUARE, "", product("mug", 100, 100), product("sofa", 300, 130));
    for (Candidate candidate : plan.candidates()) {
      Placement mug = byProduct(candidate, 0);
      Placement sofa = byProduct(candidate, 1);
      assertThat(sofa.height()).isGreaterThan(2 * mug.height());
      assertThat(mug.height()).isGreaterThan(50);
      assertThat(mug.box().intersect(sofa.box())).isEmpty();
      assertThat(SQUARE.size().bounds().contains(sofa.box())).isTrue();
      assertThat(SQUARE.size().bounds().contains(mug.box())).isTrue();
    }
  }

  @Test
  void plan_twoProducts_relateByThePower() throws Exception {
    // (10 / 25) ^ 0.6 = 0.577
    CompositionPlan plan = plan(SQUARE, "", product("mug", 100, 100), product("bottle", 100, 300));
    Placement mug = byProduct(plan.candidates().get(0), 0);
    Placement bottle = byProduct(plan.candidates().get(0), 1);
    assertThat(mug.height() / (double) bottle.height()).isCloseTo(0.577, Offset.offset(0.02));
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000", "1280, 720", "720, 1280", "2048, 512"})
  void plan_oneProduct_isTheHeroOfAnyCanvas(int width, int height) throws Exception {
    for (ProductCutouts product :
        List.of(
            product("shoe", 300, 200), product("bottle", 100, 320), product("sofa", 420, 180))) {
      CanvasSize canvas = new CanvasSize(width, height);
      Placement hero = byProduct(plan(canvas, "a street", product).candidates().get(0), 0);
      double share = Math.max(hero.width() / (double) width, hero.height() / (double) height);
      assertThat(share).as("%s", hero).isBetween(0.35, 0.67);
    }
  }

  @Test
  void plan_placeThatShowsLess_showsTheProductLarger() throws Exception {
    int table = height(plan(SQUARE, "a kitchen table", product("mug", 100, 100)));
    int room = height(plan(SQUARE, "a living room", product("mug", 100, 100)));
    assertThat(table).isGreaterThan(room);
    assertThat(height(plan(SQUARE, "a living room", product("sofa", 100, 100))))
        .isGreaterThan(room);
  }

  @Test
  void plan_librarysHeight_goesBeforeTheList() throws Exception {
    CompositionPlan plan =
        plan(
            SQUARE,
            "",
            product(asset("mug", 100, 100).heightCm(40).build(), "mug"),
            product("bottle", 100, 100));
    assertThat(byProduct(plan.candidates().get(0), 0).height())
        .isGreaterThan(byProduct(plan.candidates().get(0), 1).height());
    assertThat(plan.rationale()).contains("mug about 40 cm", "the library's figure");
  }

  @Test
  void plan_nameUnknown_takesTheDescriptionThenTheTags() throws Exception {
    Asset described = asset("aurora", 100, 100).description("a ceramic teapot").build();
    Asset tagged = asset("aurora", 100, 100).tags(java.util.Set.of("teapot")).build();
    for (Asset asset : List.of(described, tagged)) {
      assertThat(plan(SQUARE, "", product(asset, "aurora")).rationale())
          .contains("about 15 cm", "typical of a teapot");
    }
    assertThat(plan(SQUARE, "", product("aurora", 100, 100)).rationale()).contains("assumed");
  }

  @Test
  void plan_notes_changeTheSizeByAFifth() throws Exception {
    int usual = height(plan(SQUARE, "a street", product("mug", 100, 100)));
    assertThat(height(noted("Please make it larger"))).isCloseTo(usual * 6 / 5, near());
    assertThat(height(noted("a bit smaller"))).isCloseTo(usual * 5 / 6, near());
    assertThat(height(noted("warmer light"))).isEqualTo(usual);
  }

  @Test
  void plan_severalPhotos_keepTheirShapesAtOneArea() throws Exception {
    Asset asset = asset("mug", 100, 100).build();
    Cutout front = cutout(200, 100);
    Cutout top = cutout(100, 100);
    ProductCutouts product =
        new ProductCutouts(new Selection(entity("mug"), asset), List.of(front, top));
    for (Candidate candidate : plan(SQUARE, "", product).candidates()) {
      Placement placement = byProduct(candidate, 0);
      double aspect = placement.width() / (double) placement.height();
      assertThat(aspect).isCloseTo(placement.photo() == 0 ? 2 : 1, Offset.offset(0.02));
    }
  }

  private CompositionPlan noted(String note) throws InterruptedException {
    ProductCutouts product = product("mug", 100, 100);
    return planner.plan(
        request(SQUARE, "a street", List.of(product)).notes(List.of(note)).build(),
        StageContext.standalone());
  }

  private CompositionPlan plan(CanvasSize canvas, String setting, ProductCutouts... products)
      throws InterruptedException {
    return planner.plan(
        request(canvas, setting, List.of(products)).build(), StageContext.standalone());
  }

  private static PlanRequest.Builder request(
      CanvasSize canvas, String setting, List<ProductCutouts> products) {
    List<Selection> selections = new ArrayList<>();
    products.forEach(product -> selections.add(product.product()));
    Scene.Builder scene = Scene.builder("scene-1", selections);
    if (!setting.isEmpty()) {
      scene.setting(new Entity(EntityKind.BACKGROUND, setting, setting));
    }
    Caption caption = Caption.builder("a photograph", "things", "", "").build();
    return PlanRequest.builder(scene.build(), caption, canvas, products);
  }

  private static int height(CompositionPlan plan) {
    return byProduct(plan.candidates().get(0), 0).height();
  }

  private static Placement byProduct(Candidate candidate, int product) {
    return candidate.placements().stream()
        .filter(placement -> placement.product() == product)
        .findFirst()
        .orElseThrow();
  }

  private static ProductCutouts product(String name, int width, int height) {
    return product(asset(name, width, height).build(), name);
  }

  private static ProductCutouts product(Asset asset, String name) {
    Cutout cutout = new Cutout(asset.photos().get(0), 1, "given");
    return new ProductCutouts(new Selection(entity(name), asset), List.of(cutout));
  }

  private static Entity entity(String name) {
    return new Entity(EntityKind.PRODUCT, name, name);
  }

  private static Asset.Builder asset(String name, int width, int height) {
    return Asset.builder(name, EntityKind.PRODUCT, List.of(cutout(width, height).image()));
  }

  private static Cutout cutout(int width, int height) {
    RasterImage picture = RasterImage.filled(new Size(width, height), 0xFF808080);
    return new Cutout(ImageSource.of(picture), 1, "given");
  }

  private static Offset<Integer> near() {
    return Offset.offset(2);
  }
}
