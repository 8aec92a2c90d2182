package org.brandimage.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.brandimage.examples.console.Console;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore.Holding;
import org.brandimage.local.model.ModelStore.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code brandimage models}: what models there are, which are missing, and where to get them. */
@Command(
    name = "models",
    description = "Lists the models this library can use, and which of them a folder holds.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private ModelOptions models = new ModelOptions();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<Holding> holdings =
        models
            .store()
            .map(store -> store.holdings())
            .orElseGet(
                () ->
                    ModelCatalogue.all().stream()
                        .map(entry -> new Holding(entry, State.MISSING, 0, ""))
                        .toList());
    Console out = Console.out(spec);
    if (json) {
      out.json(array(holdings));
    } else {
      table(holdings, out);
    }
    return 0;
  }

  private static void table(List<Holding> holdings, Console out) {
    out.format("%-9s %-16s %-48s %s", "state", "model", "file", "for");
    for (Holding holding : holdings) {
      ModelEntry entry = holding.entry();
      out.format(
          "%-9s %-16s %-48s %s",
          holding.state().name().toLowerCase(Locale.ROOT),
          entry.name(),
          entry.file(),
          entry.purpose());
      if (holding.state() == State.MISSING) {
        out.format("%26s %s; %s", "from", entry.source(), entry.licence());
      }
    }
    long present = holdings.stream().filter(holding -> holding.state() != State.MISSING).count();
    out.line();
    out.format(
        "%d of %d there. verified: the file this library was tried with; unknown: no hash is"
            + " known; other: another file.",
        present, holdings.size());
  }

  private static ArrayNode array(List<Holding> holdings) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Holding holding : holdings) {
      ModelEntry entry = holding.entry();
      ObjectNode node = array.addObject();
      node.put("name", entry.name()).put("file", entry.file());
      node.put("state", holding.state().name().toLowerCase(Locale.ROOT));
      node.put("bytes", holding.bytes()).put("sha256", holding.sha256());
      node.put("purpose", entry.purpose()).put("licence", entry.licence());
      node.put("source", entry.source());
      entry.inputs().forEach(node.putArray("inputs")::add);
      entry.outputs().forEach(node.putArray("outputs")::add);
    }
    return array;
  }
}
