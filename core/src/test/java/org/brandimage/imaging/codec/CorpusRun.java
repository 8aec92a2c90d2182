package org.brandimage.imaging.codec;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.brandimage.spi.error.UnreadableImageException;

/** Decodes every file of a folder, in a small Java machine of its own; prints one summary line. */
final class CorpusRun {
  private CorpusRun() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    ImageDecoder decoder = ImageDecoder.create();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int decoded = 0;
    int refused = 0;
    int escaped = 0;
    long slowest = 0;
    for (Path file : files) {
      long start = threads.getCurrentThreadCpuTime();
      try {
        decoder.open(file, file.getFileName().toString()).raster();
        decoded++;
      } catch (UnreadableImageException e) {
        refused++;
      } catch (Throwable e) {
        escaped++;
        System.out.println(file + " " + e);
      }
      slowest = Math.max(slowest, (threads.getCurrentThreadCpuTime() - start) / 1_000_000);
    }
    System.out.println(
        "files="
            + files.size()
            + " decoded="
            + decoded
            + " refused="
            + refused
            + " escaped="
            + escaped
            + " slowestMs="
            + slowest);
  }
}
