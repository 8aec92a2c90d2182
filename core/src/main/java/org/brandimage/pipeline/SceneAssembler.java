package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;

/**
 * Turns what was found, and what the brief pins, into scenes: all products and themes share each
 * scene, and every background gets a scene of its own.
 */
final class SceneAssembler {
  private final CampaignBrief brief;
  private final Round round;

  SceneAssembler(CampaignBrief brief, Round round) {
    this.brief = brief;
    this.round = round;
  }

  /**
   * Returns the entities that still need an asset; pinned assets spare the search of their kind.
   */
  List<Entity> entitiesToRetrieve(Decomposition parts) {
    List<Entity> entities = new ArrayList<>();
    for (List<Entity> ofKind : List.of(parts.products(), parts.backgrounds(), parts.themes())) {
      if (!ofKind.isEmpty() && pinned(ofKind.get(0).kind()).isEmpty()) {
        entities.addAll(ofKind);
      }
    }
    return entities;
  }

  /** Returns the scenes of the brief, at least one. */
  List<Scene> scenes(Decomposition parts, List<Retrieval> found) {
    List<Selection> products = products(parts, found);
    List<Scene.Builder> builders = new ArrayList<>();
    for (Asset background : pinned(EntityKind.BACKGROUND)) {
      builders.add(scene(builders.size(), products).background(background));
    }
    if (builders.isEmpty()) {
      for (Entity setting : parts.backgrounds()) {
        Scene.Builder scene = scene(builders.size(), products).setting(setting);
        best(found, setting, Set.of()).ifPresent(scene::background);
        builders.add(scene);
      }
    } else {
      nameSettings(builders, parts.backgrounds());
    }
    if (builders.isEmpty()) {
      builders.add(scene(0, products));
    }
    List<Asset> themeAssets = themeAssets(parts, found);
    return builders.stream()
        .map(scene -> scene.themes(parts.themes()).themeAssets(themeAssets).build())
        .toList();
  }

  private static void nameSettings(List<Scene.Builder> scenes, List<Entity> settings) {
    for (int i = 0; i < Math.min(scenes.size(), settings.size()); i++) {
      scenes.get(i).setting(settings.get(i));
    }
  }

  private Scene.Builder scene(int index, List<Selection> products) {
    return Scene.builder(round.sceneId(index), products);
  }

  private List<Selection> products(Decomposition parts, List<Retrieval> found) {
    List<Asset> pinned = pinned(EntityKind.PRODUCT);
    List<Selection> products = new ArrayList<>();
    for (int i = 0; i < pinned.size(); i++) {
      products.add(new Selection(entityFor(pinned.get(i), i, parts.products()), pinned.get(i)));
    }
    if (!products.isEmpty()) {
      return products;
    }
    if (parts.products().isEmpty()) {
      throw new UnsupportedInputException(
          "prompt: no product found in it - name one, like \"a shoe on a beach\", or pin an asset");
    }
    Set<String> used = new HashSet<>();
    for (Entity entity : parts.products()) {
      Asset asset =
          best(found, entity, used)
              .or(() -> best(found, entity, Set.of()))
              .orElseThrow(() -> nothingFits(found, entity));
      used.add(asset.id());
      products.add(new Selection(entity, asset));
    }
    return products;
  }

  private static Entity entityFor(Asset asset, int index, List<Entity> named) {
    if (index < named.size()) {
      return named.get(index);
    }
    String name = asset.description().isBlank() ? asset.id() : asset.description();
    return new Entity(EntityKind.PRODUCT, name, name);
  }

  private List<Asset> themeAssets(Decomposition parts, List<Retrieval> found) {
    List<Asset> assets = new ArrayList<>(pinned(EntityKind.THEME));
    if (assets.isEmpty()) {
      parts.themes().forEach(theme -> best(found, theme, Set.of()).ifPresent(assets::add));
    }
    return assets;
  }

  private List<Asset> pinned(EntityKind kind) {
    return brief.pinnedAssets().stream()
        .filter(asset -> asset.kind() == kind)
        .filter(asset -> !round.refinement().excludedAssets().contains(asset.id()))
        .toList();
  }

  private static Optional<Asset> best(
      List<Retrieval> found, Entity entity, Set<String> excludedIds) {
    return found.stream()
        .filter(retrieval -> retrieval.entity().equals(entity))
        .flatMap(retrieval -> retrieval.matches().stream())
        .map(AssetMatch::asset)
        .filter(asset -> !excludedIds.contains(asset.id()))
        .findFirst();
  }

  private static UnsupportedInputException nothingFits(List<Retrieval> found, Entity entity) {
    String miss =
        found.stream()
            .filter(retrieval -> retrieval.entity().equals(entity))
            .flatMap(retrieval -> retrieval.nearestMisses().stream())
            .findFirst()
            .map(
                match ->
                    String.format(
                        java.util.Locale.ROOT,
                        "the nearest is \"%s\" with a score of %.2f",
                        match.asset().id(),
                        match.score()))
            .orElse("it holds no product at all");
    return new UnsupportedInputException(
        "library: nothing fits the product \""
            + entity.name()
            + "\", "
            + miss
            + " - add a picture of it, pin an asset, or reword the prompt");
  }
}
