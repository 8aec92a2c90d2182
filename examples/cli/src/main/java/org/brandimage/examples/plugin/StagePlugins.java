package org.brandimage.examples.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.rank.Ranker;
import org.jspecify.annotations.Nullable;

/**
 * The stages in the jars of a folder, found with {@link java.util.ServiceLoader}. A stage is
 * selected by its id: the name of its {@link org.brandimage.spi.context.StageIdentity}, which is
 * the name of its class when it reports none.
 */
public final class StagePlugins implements AutoCloseable {
  private final @Nullable Path folder;
  private final List<PluginStage<?>> stages;
  private final @Nullable URLClassLoader classes;

  private StagePlugins(
      @Nullable Path folder, List<PluginStage<?>> stages, @Nullable URLClassLoader classes) {
    this.folder = folder;
    this.stages = List.copyOf(stages);
    this.classes = classes;
  }

  /**
   * Makes every stage that the jars of a folder name.
   *
   * @param folder a folder with jars, those of the libraries they need among them; null for none
   * @return the stages, to be closed after the pipeline that uses them
   * @throws InvalidInputException when the folder has no jar, a jar or a stage in it is broken, or
   *     two stages of one interface have the same id
   */
  public static StagePlugins open(@Nullable Path folder) {
    if (folder == null) {
      return new StagePlugins(null, List.of(), null);
    }
    List<PluginJar> jars = jars(folder).stream().map(PluginJar::new).toList();
    URL[] urls = jars.stream().map(PluginJar::url).toArray(URL[]::new);
    URLClassLoader classes = new URLClassLoader(urls, StagePlugins.class.getClassLoader());
    List<PluginStage<?>> stages = new ArrayList<>();
    StagePlugins plugins = null;
    try {
      jars.forEach(jar -> stages.addAll(jar.stages(classes)));
      requireDistinct(stages);
      plugins = new StagePlugins(folder, stages, classes);
      return plugins;
    } finally {
      if (plugins == null) {
        new StagePlugins(folder, stages, classes).close();
      }
    }
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw new InvalidInputException("plugins", folder, "put a jar into the folder");
      }
      return jars;
    } catch (IOException e) {
      throw new InvalidInputException("plugins", folder, "give a folder that can be read");
    }
  }

  private static void requireDistinct(List<PluginStage<?>> stages) {
    Map<List<String>, PluginStage<?>> known = new HashMap<>();
    for (PluginStage<?> stage : stages) {
      PluginStage<?> other = known.put(List.of(stage.type().label(), stage.id()), stage);
      if (other != null) {
        throw new InvalidInputException(
            "plugins",
            stage.id(),
            "take out one of two jars with a "
                + stage.type().label()
                + " of this id: "
                + other.jar().getFileName()
                + " and "
                + stage.jar().getFileName());
      }
    }
  }

  /**
   * Returns a ranker.
   *
   * @param id its id
   * @return the ranker, or empty when no jar has one of this id
   */
  public Optional<Ranker> ranker(String id) {
    return of(id).stream()
        .filter(stage -> stage.type().service() == Ranker.class)
        .map(stage -> (Ranker) stage.stage())
        .findFirst();
  }

  /**
   * Hands stages to a pipeline.
   *
   * @param pipeline what they are set on
   * @param ranker the id of a ranker, or null to set none
   * @param ids ids of stages of any interface; each sets all stages of its id
   * @throws InvalidInputException when an id is not known, or two stages take one place
   */
  public void addTo(PipelineBuilder pipeline, @Nullable String ranker, List<String> ids) {
    Map<StageType<?>, String> set = new HashMap<>();
    if (ranker != null) {
      List<PluginStage<?>> rankers =
          of(ranker).stream().filter(stage -> stage.type().service() == Ranker.class).toList();
      add("ranker", ranker, rankers, set, pipeline);
    }
    for (String id : ids) {
      add("stage", id, of(id), set, pipeline);
    }
  }

  private void add(
      String option,
      String id,
      List<PluginStage<?>> selected,
      Map<StageType<?>, String> set,
      PipelineBuilder pipeline) {
    if (selected.isEmpty()) {
      throw unknown(option, id);
    }
    for (PluginStage<?> stage : selected) {
      String other = set.put(stage.type(), id);
      if (other != null && (!stage.type().several() || other.equals(id))) {
        throw new InvalidInputException(
            option, id, "select one " + stage.type().label() + ", not " + other + " as well");
      }
      stage.addTo(pipeline);
    }
  }

  private List<PluginStage<?>> of(String id) {
    return stages.stream().filter(stage -> stage.id().equals(id)).toList();
  }

  /**
   * Returns the error for an id that no jar has.
   *
   * @param option the option that gave it
   * @param id the id
   * @return an error that lists the ids there are
   */
  public InvalidInputException unknown(String option, String id) {
    return new InvalidInputException(
        option,
        id,
        folder == null
            ? "give --plugins DIR with the jar that has it"
            : "give one of those in --plugins: " + ids(option.equals("ranker")));
  }

  private String ids(boolean rankersOnly) {
    String ids =
        stages.stream()
            .filter(stage -> !rankersOnly || stage.type().service() == Ranker.class)
            .map(stage -> stage.id() + " (" + stage.type().label() + ")")
            .sorted()
            .collect(Collectors.joining(", "));
    return ids.isEmpty() ? "(there is none)" : ids;
  }

  /**
   * Returns the error for a class that was missing while a stage ran.
   *
   * @param error what the virtual machine reported
   * @return an error that names the class and the remedy
   * @throws LinkageError the same one, when no plug-in is loaded
   */
  public InvalidInputException missingClass(LinkageError error) {
    if (stages.isEmpty()) {
      throw error;
    }
    InvalidInputException invalid =
        new InvalidInputException(
            "plugins",
            Objects.requireNonNull(folder),
            "put the jar of a class that a plug-in needs into the folder: " + error);
    invalid.initCause(error);
    return invalid;
  }

  /** Closes the stages that can be closed, and the jars. */
  @Override
  public void close() {
    for (PluginStage<?> stage : stages) {
      if (stage.stage() instanceof AutoCloseable closeable) {
        close(closeable);
      }
    }
    if (classes != null) {
      close(classes);
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // Every other one is closed all the same, and the result of the run stands.
    }
  }
}
