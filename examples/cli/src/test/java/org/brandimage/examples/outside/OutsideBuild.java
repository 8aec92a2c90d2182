package org.brandimage.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Maven build of a project of its own, by the Maven that runs this build; offline when this build
 * is.
 *
 * @param succeeded whether the build did
 * @param log what it printed
 */
record OutsideBuild(boolean succeeded, String log) {
  /** Copies a project, so that its folder stays as it is. */
  static Path copy(Path project) throws IOException {
    Path copy = Path.of("target", "outside").resolve(project.getFileName());
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = project.relativize(file);
        if (!relative.startsWith("target")) {
          Files.createDirectories(copy.resolve(relative).getParent());
          Files.write(copy.resolve(relative), Files.readAllBytes(file));
        }
      }
    }
    return copy;
  }

  static OutsideBuild run(Path pom, String... arguments) throws Exception {
    Path repository = LocalRepository.write();
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path maven = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
    List<String> command = new ArrayList<>(List.of(maven.toString(), "-B", "-f", pom.toString()));
    command.add("-Dmaven.repo.local=" + repository);
    if (System.getProperty("maven.mode").equals("offline=true")) {
      command.add("-o");
    }
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("outside", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process process = builder.redirectOutput(log.toFile()).start();
      boolean ended = process.waitFor(4, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertThat(ended).as("ended; printed %s", Files.readString(log)).isTrue();
      return new OutsideBuild(process.exitValue() == 0, Files.readString(log));
    } finally {
      Files.delete(log);
    }
  }
}
