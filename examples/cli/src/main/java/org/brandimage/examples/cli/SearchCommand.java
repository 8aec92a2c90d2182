package org.brandimage.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.brandimage.examples.console.Console;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.local.library.EmbeddingAssetRetriever;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.vision.PictureEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brandimage search}: finds assets of a library by words. */
@Command(
    name = "search",
    description = "Finds assets by words; says what is nearest when nothing fits.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SearchCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TEXT", description = "What to look for.")
  private String text = "";

  @Option(
      names = "--library",
      paramLabel = "LIB",
      required = true,
      description = "An ingested library, or a plain folder of pictures.")
  private Path library = Path.of("library");

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "product, background or theme (default: any).")
  private @Nullable String kind;

  @Option(names = "--top", paramLabel = "N", description = "How many (default: 5).")
  private int top = RetrieveRequest.DEFAULT_LIMIT;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Mixin private ModelOptions models = new ModelOptions();

  @Override
  public Integer call() throws InterruptedException {
    if (text.isBlank() || top < 1 || top > 1000) {
      throw new InvalidInputException(
          text.isBlank() ? "text" : "top", top, "give words to look for, and --top from 1 to 1000");
    }
    List<EntityKind> kinds = kinds();
    MediaLibrary opened = MediaLibrary.open(library);
    ModelStore store = models.store().orElse(null);
    try (BgeSmallEmbedder embedder = BgeSmallEmbedder.create()) {
      EmbeddingAssetRetriever.Builder builder = EmbeddingAssetRetriever.builder(embedder, opened);
      Optional<PictureEmbedder> content =
          store == null
              ? Optional.empty()
              : opened
                  .health()
                  .map(library -> PictureEmbedder.open(store, embedder, library.contentModel()))
                  .orElseGet(() -> PictureEmbedder.open(store, embedder));
      if (content.isEmpty()) {
        return print(search(builder.build(), kinds));
      }
      try (PictureEmbedder pictures = content.orElseThrow()) {
        return print(search(builder.content(pictures).build(), kinds));
      }
    }
  }

  private List<EntityKind> kinds() {
    String wanted = kind;
    if (wanted == null) {
      return List.of(EntityKind.values());
    }
    return Stream.of(EntityKind.values())
        .filter(each -> each.label().equals(wanted.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () -> new InvalidInputException("kind", wanted, "give product, background or theme"));
  }

  private List<Retrieval> search(EmbeddingAssetRetriever retriever, List<EntityKind> kinds)
      throws InterruptedException {
    String name = text.strip().replaceFirst("(?i)^(an?|the) ", "");
    List<Retrieval> found = new ArrayList<>();
    for (EntityKind each : kinds) {
      RetrieveRequest request = new RetrieveRequest(new Entity(each, name, text), top, Set.of());
      found.add(retriever.retrieve(request, StageContext.standalone()));
    }
    return found;
  }

  /** Returns the best of all kinds. */
  private List<AssetMatch> best(List<Retrieval> found, Function<Retrieval, List<AssetMatch>> list) {
    return found.stream()
        .flatMap(each -> list.apply(each).stream())
        .sorted(
            Comparator.comparingDouble(AssetMatch::score)
                .reversed()
                .thenComparing(match -> match.asset().id()))
        .limit(top)
        .toList();
  }

  private int print(List<Retrieval> found) {
    Console out = Console.out(spec);
    List<AssetMatch> matches = best(found, Retrieval::matches);
    List<AssetMatch> misses = best(found, Retrieval::nearestMisses);
    if (json) {
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      add(root.putArray("matches"), matches);
      add(root.putArray("nearestMisses"), misses);
      out.json(root);
    } else {
      printTable(out, matches, misses);
    }
    return 0;
  }

  private void printTable(Console out, List<AssetMatch> matches, List<AssetMatch> misses) {
    out.format("%-7s %s", "score", "asset");
    matches.forEach(match -> line(out, "", match));
    if (matches.isEmpty() && misses.isEmpty()) {
      out.line("nothing fits: the library has no " + (kind == null ? "asset" : kind));
    } else if (matches.isEmpty()) {
      line(out, "nothing fits; the nearest is ", misses.get(0));
    }
  }

  private static void line(Console out, String before, AssetMatch match) {
    out.format(
        "%s%-7.2f %s  (%s)",
        before, match.score(), match.asset().id(), match.asset().description());
  }

  private static void add(ArrayNode array, List<AssetMatch> matches) {
    matches.forEach(
        match ->
            array
                .addObject()
                .put("id", match.asset().id())
                .put("score", match.score())
                .put("description", match.asset().description()));
  }
}
