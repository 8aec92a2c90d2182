package org.brandimage.examples.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.brandimage.examples.plugin.StagePlugins;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.rank.PhotographicRanker;
import org.brandimage.local.vision.AestheticRanker;
import org.brandimage.local.vision.HpsRanker;
import org.brandimage.local.vision.ImageRewardRanker;
import org.brandimage.local.vision.NimaRanker;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say by what pictures are ranked. */
final class RankerOptions {
  private static final String NAMES =
      "nima, nima-technical, aesthetic, hps, image-reward or photographic";
  private static final Set<String> BUILT_IN =
      Set.of("nima", "nima-technical", "aesthetic", "hps", "image-reward", "photographic");

  @Option(
      names = "--ranker",
      paramLabel = "NAME",
      description =
          NAMES
              + ", or the id of a ranker in --plugins (default: nima when its file is in --models,"
              + " else photographic).")
  private @Nullable String name;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "What the pictures should show; needed by hps and image-reward, and only there.")
  private @Nullable String text;

  /** Returns what pictures should show, when it is said. */
  Optional<Caption> caption() {
    return Optional.ofNullable(text)
        .map(words -> Caption.builder(words, "a picture", "a picture", "unknown").build());
  }

  /**
   * Ranks and names the model that did.
   *
   * @throws InvalidInputException for an unknown name, a text too many or too few, or a missing
   *     model
   */
  Named rank(RankRequest request, @Nullable ModelStore store, StagePlugins plugins)
      throws InterruptedException {
    String chosen = name == null ? standard(store) : name;
    Optional<Ranker> plugin = name == null ? Optional.empty() : plugins.ranker(name);
    if (!BUILT_IN.contains(chosen)) {
      Ranker ranker = plugin.orElseThrow(() -> unknown(chosen, plugins));
      try {
        return run(ranker, request, chosen);
      } catch (LinkageError e) {
        throw plugins.missingClass(e);
      }
    }
    if (plugin.isPresent()) {
      throw new InvalidInputException(
          "ranker", chosen, "rename the ranker in --plugins; the command has one of this name");
    }
    requireText(chosen);
    if (chosen.equals("photographic")) {
      return run(PhotographicRanker.create(), request, chosen);
    }
    return rankByModel(chosen, store == null ? noModels(chosen) : store, request);
  }

  private static InvalidInputException unknown(String chosen, StagePlugins plugins) {
    return new InvalidInputException(
        "ranker", chosen, "give " + NAMES + "; or " + plugins.unknown("ranker", chosen).remedy());
  }

  private static Named rankByModel(String chosen, ModelStore models, RankRequest request)
      throws InterruptedException {
    switch (chosen) {
      case "nima" -> {
        try (NimaRanker ranker = NimaRanker.aesthetic(models)) {
          return run(ranker, request, ModelCatalogue.NIMA_AESTHETIC.name());
        }
      }
      case "nima-technical" -> {
        try (NimaRanker ranker = NimaRanker.technical(models)) {
          return run(ranker, request, ModelCatalogue.NIMA_TECHNICAL.name());
        }
      }
      case "aesthetic" -> {
        try (AestheticRanker ranker = aesthetic(models)) {
          return run(ranker, request, ranker.identity().model());
        }
      }
      case "hps" -> {
        try (HpsRanker ranker = hps(models)) {
          return run(ranker, request, ranker.identity().model());
        }
      }
      case "image-reward" -> {
        try (ImageRewardRanker ranker = ImageRewardRanker.open(models)) {
          return run(ranker, request, ModelCatalogue.IMAGE_REWARD.name());
        }
      }
      default -> throw new IllegalStateException("no ranker of this name: " + chosen);
    }
  }

  private static AestheticRanker aesthetic(ModelStore models) {
    boolean second = models.has(ModelCatalogue.LAION_V2_L14);
    return AestheticRanker.open(
        models, second ? ModelCatalogue.LAION_V2_L14 : ModelCatalogue.LAION_V1_L14);
  }

  private static HpsRanker hps(ModelStore models) {
    boolean older =
        models.has(ModelCatalogue.HPS_V2_VISION) && !models.has(ModelCatalogue.HPS_V21_VISION);
    return older ? HpsRanker.v2(models) : HpsRanker.v21(models);
  }

  private static String standard(@Nullable ModelStore store) {
    return store != null && store.has(ModelCatalogue.NIMA_AESTHETIC) ? "nima" : "photographic";
  }

  private void requireText(String chosen) {
    boolean reads = chosen.equals("hps") || chosen.equals("image-reward");
    if (reads && (text == null || text.isBlank())) {
      throw new InvalidInputException(
          "text", "nothing", "say with --text what the pictures should show; " + chosen + " asks");
    }
    if (!reads && text != null) {
      throw new InvalidInputException(
          "text", text, "leave --text out, or give --ranker hps or image-reward, which read it");
    }
  }

  private static ModelStore noModels(String chosen) {
    throw new InvalidInputException(
        "models", "nothing", "give --models DIR with the files of ranker " + chosen);
  }

  private static Named run(Ranker ranker, RankRequest request, String model)
      throws InterruptedException {
    return new Named(
        Objects.requireNonNull(ranker.rank(request, StageContext.standalone())), model);
  }

  /** A ranking and what it was made by. */
  record Named(Ranking ranking, String ranker) {}
}
