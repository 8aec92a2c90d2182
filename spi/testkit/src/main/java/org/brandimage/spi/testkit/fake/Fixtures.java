package org.brandimage.spi.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/**
 * Sample values for tests: a brand, briefs, a media library, scenes and what later stages make of
 * them. Everything is made anew at each call and equal each time.
 */
public final class Fixtures {
  /** The canvas of most samples: the smallest that common generators accept. */
  public static final CanvasSize CANVAS = new CanvasSize(320, 320);

  /** A prompt that names a product, a place and a mood. */
  public static final String DUCK_PROMPT = "a rubber duck on an urban street at sunset";

  private static final Size PHOTO = new Size(120, 100);
  private static final Size PLACE = new Size(160, 120);

  private Fixtures() {}

  /**
   * Returns a brief with every default but the brand.
   *
   * @return a brief for {@link #DUCK_PROMPT}
   */
  public static CampaignBrief brief() {
    return CampaignBrief.builder(DUCK_PROMPT)
        .brandKit(brandKit())
        .canvases(List.of(CANVAS))
        .build();
  }

  /**
   * Returns a brand with two colours, a required and a flexible guideline, and two things that must
   * not appear.
   *
   * @return the brand
   */
  public static BrandKit brandKit() {
    return BrandKit.builder("Pondside")
        .palette(List.of(new Rgb(242, 194, 48), new Rgb(36, 86, 164)))
        .guidelines(
            List.of(
                Guideline.required("product-visible", "The whole product is visible."),
                Guideline.flexible("warm-light", "The light is warm.")))
        .forbiddenElements(List.of("crowd", "watermark"))
        .build();
  }

  /**
   * Returns a part of a brief.
   *
   * @param kind what it is
   * @param name the noun phrase without article
   * @return the entity, its phrase with the article "a"
   */
  public static Entity entity(EntityKind kind, String name) {
    return new Entity(kind, name, "a " + name);
  }

  /**
   * Returns a media library: three products, three places, one mood.
   *
   * @return the assets, ids unique
   */
  public static List<Asset> library() {
    return List.of(
        asset("products/rubber-duck", TestPictures.duck(PHOTO, TestPictures.CLEAR)),
        asset("products/coffee-mug", TestPictures.mug(PHOTO, TestPictures.CLEAR)),
        asset("products/leather-shoe", TestPictures.shoe(PHOTO, TestPictures.CLEAR)),
        asset("backgrounds/urban-street", place(0xFFB0A090, 0xFF505058)),
        asset("backgrounds/sandy-beach", place(0xFF80B8F0, 0xFFE8D8A0)),
        asset("backgrounds/wooden-table", place(0xFFD8C8B8, 0xFF8A5A30)),
        asset("themes/sunset", place(0xFFF09040, 0xFF603040)));
  }

  /**
   * Returns the scene of a duck on a street at sunset.
   *
   * @return a scene with one product, a background and a theme
   */
  public static Scene duckScene() {
    return Scene.builder("scene-1", List.of(selection("rubber duck", 0)))
        .setting(entity(EntityKind.BACKGROUND, "urban street"))
        .background(library().get(3))
        .themes(List.of(entity(EntityKind.THEME, "sunset")))
        .themeAssets(List.of(library().get(6)))
        .build();
  }

  /**
   * Returns the scene of a mug and a shoe in a place the library does not have.
   *
   * @return a scene with two products, a setting and neither background nor theme
   */
  public static Scene twoProductScene() {
    return Scene.builder(
            "scene-2", List.of(selection("coffee mug", 1), selection("leather shoe", 2)))
        .setting(entity(EntityKind.BACKGROUND, "mountain meadow"))
        .build();
  }

  /**
   * Returns a caption of {@link #duckScene()} that keeps every rule.
   *
   * @return the caption
   */
  public static Caption caption() {
    return Caption.builder(
            "A photograph of a rubber duck on the asphalt of an urban street at sunset, seen from"
                + " eye level.",
            "rubber duck",
            "asphalt",
            "urban street")
        .lighting("sunset")
        .camera("eye level")
        .negativeText("crowd, watermark")
        .build();
  }

  /**
   * Returns the cut-outs of a scene's products, one a photo. The fixtures' product photos have an
   * alpha channel, so a cut-out is their visible part.
   *
   * @param scene a scene of this class
   * @return the cut-outs in the order of the products
   */
  public static List<ProductCutouts> cutouts(Scene scene) {
    return scene.products().stream()
        .map(
            product ->
                new ProductCutouts(
                    product, product.asset().photos().stream().map(Fixtures::cutout).toList()))
        .toList();
  }

  /**
   * Returns a picture that passed, with a verdict that says so.
   *
   * @param id the contender's id
   * @param image the picture
   * @return the contender
   */
  public static Contender contender(String id, RasterImage image) {
    return contender(id, ImageSource.of(image));
  }

  /**
   * Returns a contender with a picture of its own, a product that fills the middle half of it, and
   * a verdict that passes everything.
   *
   * @param id the contender's id
   * @param image the picture
   * @return the contender
   */
  public static Contender contender(String id, ImageSource image) {
    Size size = image.size();
    int width = Math.max(1, size.width() / 2);
    int height = Math.max(1, size.height() / 2);
    Box box = new Box(width / 2, height / 2, width, height);
    Candidate middle = new Candidate(id, List.of(new Placement(0, 0, width, height, 0, box, 0)));
    return Contender.builder(id, image)
        .caption(caption())
        .verdict(verdict(id, true))
        .candidate(middle)
        .productLayer(layer(size, box))
        .build();
  }

  private static ImageSource layer(Size size, Box product) {
    int[] pixels = new int[Math.toIntExact(size.pixels())];
    for (int y = product.y(); y < Math.min(size.height(), product.bottom()); y++) {
      for (int x = product.x(); x < Math.min(size.width(), product.right()); x++) {
        pixels[y * size.width() + x] = 0xFF808080;
      }
    }
    return ImageSource.of(RasterImage.adopt(size, pixels));
  }

  /**
   * Returns a verdict on both guidelines of {@link #brandKit()}.
   *
   * @param candidateId the candidate
   * @param passed whether the flexible one is kept; the required one always is
   * @return the verdict
   */
  public static Verdict verdict(String candidateId, boolean passed) {
    GuidelineResult.Outcome outcome =
        passed ? GuidelineResult.Outcome.PASS : GuidelineResult.Outcome.FAIL;
    List<GuidelineResult> results = new ArrayList<>();
    results.add(
        GuidelineResult.builder(
                "product-visible", GuidelineResult.Outcome.PASS, "fixture", "Nothing is cut off.")
            .build());
    results.add(
        GuidelineResult.builder("warm-light", outcome, "fixture", "The light was looked at.")
            .hint(passed ? "" : "light the scene from a low sun")
            .build());
    return new Verdict(candidateId, results);
  }

  /**
   * Returns the words an asset of {@link #library()} is asked for by.
   *
   * @param asset an asset of the library
   * @return the last part of its id, with spaces
   */
  public static String nameOf(Asset asset) {
    return asset.id().substring(asset.id().indexOf('/') + 1).replace('-', ' ');
  }

  private static Cutout cutout(ImageSource photo) {
    return new Cutout(ImageSource.of(Visible.cropped(photo.raster())), 1, "given alpha");
  }

  private static Selection selection(String name, int asset) {
    return new Selection(entity(EntityKind.PRODUCT, name), library().get(asset));
  }

  private static RasterImage place(int sky, int earth) {
    return TestPictures.landscape(PLACE, sky, earth);
  }

  private static Asset asset(String id, RasterImage photo) {
    String folder = id.substring(0, id.indexOf('/') - 1);
    String words = id.substring(id.indexOf('/') + 1).replace('-', ' ');
    EntityKind kind = EntityKind.valueOf(folder.toUpperCase(Locale.ROOT));
    return Asset.builder(id, kind, List.of(ImageSource.of(photo)))
        .description("a " + words)
        .tags(Set.of(words.split(" ")))
        .build();
  }
}
