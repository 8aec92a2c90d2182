package org.brandimage.examples.cli;

import java.nio.file.Path;
import org.brandimage.examples.plugin.StagePlugins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a folder with stages of other projects. */
final class PluginOption {
  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "Folder with jars that name stages in META-INF/services; their code runs with your"
              + " rights.")
  private @Nullable Path folder;

  /** Opens the jars; without the option there is no plug-in. */
  StagePlugins open() {
    return StagePlugins.open(folder);
  }

  boolean given() {
    return folder != null;
  }
}
