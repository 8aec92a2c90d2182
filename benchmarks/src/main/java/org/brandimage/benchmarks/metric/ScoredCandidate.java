package org.brandimage.benchmarks.metric;

import java.util.Arrays;
import java.util.List;
import org.brandimage.imaging.restore.ProductRestorer;
import org.brandimage.imaging.restore.RestoreMode;
import org.brandimage.imaging.restore.RestoredImage;
import org.brandimage.quality.MeasuredChecks;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/** A drawn product on a drawn ground, with all that is measured on it. */
final class ScoredCandidate {
  private static final Size SIZE = new Size(1024, 1024);
  private static final int RADIUS = 160;
  private static final Caption CAPTION =
      Caption.builder("A photograph of a ball on a floor, a room.", "ball", "floor", "room")
          .build();
  private static final List<GuidelineCheck> CHECKS = MeasuredChecks.baseline();

  private final Candidate candidate;
  private final RasterImage ground;
  private final RasterImage layer;
  private final RasterImage picture;
  private final Mask mask;

  private ScoredCandidate(int x, int y) {
    Box box = new Box(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    candidate =
        new Candidate(
            x + "-" + y, List.of(new Placement(0, 0, box.width(), box.height(), 0, box, 0)));
    int[] below = new int[1024 * 1024];
    Arrays.setAll(below, i -> ground(i % 1024, i / 1024));
    int[] product = new int[below.length];
    Arrays.setAll(product, i -> product(i % 1024 - x, i / 1024 - y));
    int[] made = new int[below.length];
    Arrays.setAll(
        made,
        i ->
            product[i] != 0
                ? noisy(product[i], i)
                : noisy(shaded(below[i], i % 1024 - x, i / 1024 - y), i));
    ground = RasterImage.adopt(SIZE, below);
    layer = RasterImage.adopt(SIZE, product);
    picture = RasterImage.adopt(SIZE, made);
    mask = Mask.of(SIZE, (column, row) -> layer.argb(column, row) != 0);
  }

  /** Makes a picture with the product's middle there. */
  static ScoredCandidate at(int x, int y) {
    return new ScoredCandidate(x, y);
  }

  /** Restores the product, measures everything, and counts what failed. */
  int failures() throws InterruptedException {
    RestoredImage restored = ProductRestorer.restore(picture, layer, mask, RestoreMode.EXACT);
    Asset asset = Asset.builder("ball", EntityKind.PRODUCT, List.of(ImageSource.of(layer))).build();
    Entity entity = new Entity(EntityKind.PRODUCT, "ball", "a ball");
    Scene scene = Scene.builder("scene", List.of(new Selection(entity, asset))).build();
    CheckRequest request =
        CheckRequest.builder(
                candidate,
                ImageSource.of(picture),
                ImageSource.of(restored.image()),
                ImageSource.of(layer),
                mask,
                scene,
                CAPTION)
            .background(ImageSource.of(ground))
            .build();
    int failures = 0;
    for (GuidelineCheck check : CHECKS) {
      Outcome outcome = check.check(request, StageContext.standalone()).outcome();
      failures += outcome == Outcome.FAIL ? 1 : 0;
    }
    return failures;
  }

  /** Returns how a ranker rates the picture. */
  double beauty(Ranker ranker) throws InterruptedException {
    Contender contender =
        Contender.builder(candidate.id(), ImageSource.of(picture))
            .caption(CAPTION)
            .verdict(new Verdict(candidate.id(), List.of()))
            .candidate(candidate)
            .productLayer(ImageSource.of(layer))
            .build();
    return ranker
        .rank(RankRequest.of(List.of(contender)), StageContext.standalone())
        .images()
        .get(0)
        .score();
  }

  private static int ground(int x, int y) {
    int base = y < 500 ? 200 : 150;
    int level = base + (x * 7 + y * 13) % 11 - y / 40;
    return 0xff000000 | level << 16 | (level - 12) << 8 | (level - 30);
  }

  private static int product(int dx, int dy) {
    if (dx * dx + dy * dy >= RADIUS * RADIUS) {
      return 0;
    }
    int stripe = (dx + 2 * dy + 1024) / 24 % 2 == 0 ? 0x2050c0 : 0xd8b020;
    return 0xff000000 | (stripe + ((dx + RADIUS) / 8) * 0x000101);
  }

  /** A shadow under the product. */
  private static int shaded(int argb, int dx, int dy) {
    double across = dx / (0.8 * RADIUS);
    double down = (dy - RADIUS) / (0.25 * RADIUS);
    double light = 1 - 0.5 * Math.exp(-(across * across + down * down));
    int red = (int) ((argb >> 16 & 255) * light);
    int green = (int) ((argb >> 8 & 255) * light);
    return 0xff000000 | red << 16 | green << 8 | (int) ((argb & 255) * light);
  }

  /** As another encoding leaves it: a level or two off. */
  private static int noisy(int argb, int i) {
    int off = (i * 31 ^ i >> 5) % 3 - 1;
    int red = clamp((argb >> 16 & 255) + off);
    int green = clamp((argb >> 8 & 255) - off);
    return 0xff000000 | red << 16 | green << 8 | clamp((argb & 255) + off);
  }

  private static int clamp(int level) {
    return Math.max(0, Math.min(255, level));
  }
}
