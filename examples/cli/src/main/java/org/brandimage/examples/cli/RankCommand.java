package org.brandimage.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.brandimage.examples.console.Console;
import org.brandimage.examples.plugin.StagePlugins;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brandimage rank}: puts picture files in order. */
@Command(
    name = "rank",
    description =
        "Scores pictures and prints them best first: by the ranker you name, else by NIMA's"
            + " aesthetic model when it is there, else by photographic features.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RankCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "IMG", description = "PNG, JPEG or WebP files.")
  private List<Path> files = List.of();

  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private RankerOptions rankers = new RankerOptions();
  @Mixin private PluginOption plugins = new PluginOption();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    RankRequest request = request();
    try (StagePlugins opened = plugins.open()) {
      RankerOptions.Named named = rankers.rank(request, models.store().orElse(null), opened);
      print(named.ranking(), named.ranker());
      return 0;
    }
  }

  private RankRequest request() {
    ImageDecoder decoder = ImageDecoder.create();
    List<Contender> contenders = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      ImageSource image = decoder.open(file, file.toString());
      String id = String.format(Locale.ROOT, "%06d", i);
      Contender.Builder contender = Contender.builder(id, image);
      rankers.caption().ifPresent(contender::caption);
      contenders.add(contender.build());
    }
    return RankRequest.of(contenders);
  }

  private void print(Ranking ranking, String ranker) {
    Console out = Console.out(spec);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    if (!json) {
      out.format("%-5s %-8s %s   (%s)", "place", "score", "picture", ranker);
    }
    int place = 0;
    for (RankedImage image : ranking.images()) {
      place++;
      Path file = files.get(Integer.parseInt(image.id()));
      if (json) {
        ObjectNode node = array.addObject();
        node.put("place", place).put("file", file.toString());
        node.put("ranker", ranker).put("score", image.score());
        image.features().forEach(node.putObject("features")::put);
      } else {
        out.format("%-5d %-8.4f %s", place, image.score(), file);
      }
    }
    if (json) {
      out.json(array);
    }
  }
}
