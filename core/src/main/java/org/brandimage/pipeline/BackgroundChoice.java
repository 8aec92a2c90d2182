package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.imaging.scene.BackgroundSuitability;
import org.brandimage.imaging.scene.SceneFraming;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.scene.ProductHeights;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.scene.SceneMap;
import org.jspecify.annotations.Nullable;

/**
 * The choice of each scene's background among those found for its words: the one that suits the
 * products best, with {@link BackgroundSuitability} weighed by how well the words fit. Where
 * nothing can stand in any of them the scene gets a studio backdrop, and the result warns. Used by
 * the run's own thread only.
 */
final class BackgroundChoice {
  /** Backgrounds whose words fit less than so much of the best are only used if no other can be. */
  private static final double RELEVANT = 0.85;

  /** A further scene of the same words must suit at least so much of the best. */
  private static final double AS_GOOD = 0.4;

  private final CampaignBrief brief;
  private final int scenesPerBrief;
  private final SceneReading reading;
  private final RunReport report;
  private final List<ProductCutouts> products;
  private List<Double> heightsCm = List.of();

  private record Rated(Asset asset, double score, double enlargement, String reason) {}

  BackgroundChoice(
      CampaignBrief brief,
      int scenesPerBrief,
      SceneReading reading,
      RunReport report,
      List<ProductCutouts> products) {
    this.brief = brief;
    this.scenesPerBrief = scenesPerBrief;
    this.reading = reading;
    this.report = report;
    this.products = products;
  }

  /** Returns the scenes with the backgrounds that suit them, in their order. */
  List<Scene> choose(List<Scene> scenes, List<Retrieval> found) throws InterruptedException {
    if (!reading.reads()) {
      return scenes;
    }
    ProductHeights heights = ProductHeights.load();
    heightsCm = products.stream().map(product -> heights.of(product.product()).cm()).toList();
    int most = Math.max(1, scenesPerBrief / scenes.size());
    List<Scene> chosen = new ArrayList<>();
    for (Scene scene : scenes) {
      if (scene.background().isPresent()) {
        chosen.addAll(choose(scene, scene.background().get(), matches(scene, found), most));
      } else {
        chosen.add(scene);
      }
    }
    return chosen;
  }

  private List<Scene> choose(Scene scene, Asset first, List<AssetMatch> matches, int most)
      throws InterruptedException {
    List<AssetMatch> all = matches.isEmpty() ? List.of(new AssetMatch(first, 1)) : matches;
    double best = all.get(0).score();
    List<AssetMatch> relevant =
        all.stream()
            .filter(match -> match.score() >= best - Math.abs(best) * (1 - RELEVANT))
            .toList();
    List<Rated> rated = rate(relevant, best);
    if (rated.stream().allMatch(rating -> rating.score == 0)) {
      rated = rate(all, best);
    }
    List<Rated> suitable = rated.stream().filter(rating -> rating.score > 0).toList();
    if (suitable.isEmpty()) {
      warn(first, rated.get(indexOf(rated, first)).reason, "the pictures show a studio backdrop");
      return List.of(withBackground(scene, scene.id(), null));
    }
    Rated top = suitable.get(0);
    rated.stream()
        .filter(rating -> rating.asset.equals(first) && rating.score == 0)
        .forEach(rating -> warn(first, rating.reason, top.asset.id() + " is used instead"));
    return scenes(scene, suitable, rated.size(), most);
  }

  private List<Scene> scenes(Scene scene, List<Rated> suitable, int rated, int most) {
    double best = suitable.get(0).score;
    List<Scene> scenes = new ArrayList<>();
    for (Rated rating : suitable) {
      if (scenes.size() < most && rating.score >= best * AS_GOOD) {
        String id = scenes.isEmpty() ? scene.id() : scene.id() + (char) ('a' + scenes.size());
        scenes.add(withBackground(scene, id, rating.asset));
        warnOfEnlarging(rating);
        report.note(
            String.format(
                Locale.ROOT,
                "%s: background %s, one of %d that were read (%s)",
                id,
                rating.asset.id(),
                rated,
                rating.reason));
      }
    }
    return scenes;
  }

  /** Returns backgrounds with how well they suit, the best first. */
  private List<Rated> rate(List<AssetMatch> matches, double best) throws InterruptedException {
    reading.read(matches.stream().map(AssetMatch::asset).toList());
    List<Rated> rated = new ArrayList<>();
    for (AssetMatch match : matches) {
      rated.add(rate(match, best));
    }
    rated.sort(Comparator.comparingDouble(Rated::score).reversed());
    return rated;
  }

  private Rated rate(AssetMatch match, double best) {
    double relevance = best > 0 ? Math.pow(Math.max(0, match.score() / best), 2) : 1;
    Optional<SceneMap> map = reading.mapOf(match.asset());
    if (map.isEmpty()) {
      // Not known to be worse than a middling one, which is what it was used as before.
      return new Rated(match.asset(), 0.1 * relevance, 1, "it was not read");
    }
    BackgroundSuitability suitability =
        BackgroundSuitability.of(
            map.get(), brief.canvases(), products, heightsCm, brief.brandKit().safeMargin());
    return new Rated(
        match.asset(),
        suitability.score() * relevance,
        suitability.enlargement(),
        suitability.reason());
  }

  private static List<AssetMatch> matches(Scene scene, List<Retrieval> found) {
    Asset first = scene.background().orElseThrow();
    return found.stream()
        .filter(retrieval -> scene.setting().filter(retrieval.entity()::equals).isPresent())
        .map(Retrieval::matches)
        .filter(matches -> matches.stream().anyMatch(match -> match.asset().equals(first)))
        .findFirst()
        .orElse(List.of());
  }

  private static int indexOf(List<Rated> rated, Asset asset) {
    for (int i = 0; i < rated.size(); i++) {
      if (rated.get(i).asset.equals(asset)) {
        return i;
      }
    }
    return 0;
  }

  private void warn(Asset refused, String reason, String what) {
    report.warn(
        new Warning(
            "the background does not suit the products: " + reason + "; " + what,
            "background " + refused.id(),
            "add a larger picture with more free ground, or correct its sidecar's ground, widthCm"
                + " or usable"));
  }

  private void warnOfEnlarging(Rated rating) {
    if (rating.enlargement > SceneFraming.MOST_ENLARGED * 1.01) {
      report.warn(
          new Warning(
              String.format(
                  Locale.ROOT, "the background is enlarged %.1f times", rating.enlargement),
              "background " + rating.asset.id(),
              "add a larger photo, or ask for a smaller canvas"));
    }
  }

  private static Scene withBackground(Scene scene, String id, @Nullable Asset background) {
    Scene.Builder copy =
        Scene.builder(id, scene.products()).themes(scene.themes()).themeAssets(scene.themeAssets());
    scene.setting().ifPresent(copy::setting);
    if (background != null) {
      copy.background(background);
    }
    return copy.build();
  }
}
