package org.brandimage.examples.cli;

import java.util.List;
import org.brandimage.examples.plugin.StagePlugins;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a run that replace stages by those of plug-ins. */
final class StageOptions {
  @Mixin private PluginOption plugins = new PluginOption();

  @Option(
      names = "--ranker",
      paramLabel = "ID",
      description = "Ranks with the ranker of this id in --plugins.")
  private @Nullable String ranker;

  @Option(
      names = "--stage",
      paramLabel = "ID",
      description = "Uses the stages of this id in --plugins, repeatable.")
  private List<String> ids = List.of();

  StagePlugins open() {
    return plugins.open();
  }

  /** Sets the selected stages. */
  void addTo(PipelineBuilder pipeline, StagePlugins opened) {
    opened.addTo(pipeline, ranker, ids);
  }

  /** Tells whether any stage may be a plug-in's. */
  boolean given() {
    return plugins.given() || ranker != null || !ids.isEmpty();
  }

  /** Refuses plug-ins where no stage of theirs may run. */
  void requireNone() {
    if (given()) {
      throw new InvalidInputException(
          "estimate",
          "with plug-ins",
          "leave --plugins, --ranker and --stage out; what a plug-in costs is not known");
    }
  }
}
