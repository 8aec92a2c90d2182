package org.brandimage.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.brandimage.batch.BatchEntry.Failure;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The report of a batch in its folder: {@code batch.json} for programs and {@code index.html} for
 * people. Both are replaced as a whole, so a reader always finds a complete file; while the batch
 * is being run they are at most some seconds old. Stateless and thread-safe.
 */
public final class BatchReport {
  /** The name of the report in JSON. */
  public static final String BATCH_JSON = "batch.json";

  /** The name of the page that shows every brief. */
  public static final String INDEX_HTML = "index.html";

  private static final String FORMAT = "brandimage-batch";
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 64 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          // Fields that a later minor version adds must not stop an earlier one from reading.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private BatchReport() {}

  /** The form of {@code batch.json}; an empty text stands for what is not there. */
  private record Document(
      String format, int version, Instant startedAt, Duration elapsed, List<Row> entries) {}

  /** The form of an entry. */
  private record Row(
      int number,
      String label,
      String prompt,
      String folder,
      String status,
      int finalists,
      int warnings,
      Cost cost,
      Cost reused,
      Duration elapsed,
      String picture,
      String errorType,
      String errorMessage) {
    static Row of(BatchEntry entry) {
      return new Row(
          entry.number(),
          entry.label(),
          entry.prompt(),
          String.valueOf(entry.folder().getFileName()),
          entry.status().label(),
          entry.finalists(),
          entry.warnings(),
          entry.cost(),
          entry.reused(),
          entry.elapsed(),
          entry.picture().map(file -> String.valueOf(file.getFileName())).orElse(""),
          entry.failure().map(Failure::type).orElse(""),
          entry.failure().map(Failure::message).orElse(""));
    }

    BatchEntry toValue(Path batch) {
      String where = BATCH_JSON + " entry " + number;
      requireName(where + " folder", folder);
      BatchEntry.Builder entry =
          BatchEntry.builder(number, label, prompt, batch.resolve(folder), statusOf(where))
              .counts(finalists, warnings)
              .cost(cost)
              .reused(reused)
              .elapsed(elapsed);
      if (!picture.isEmpty()) {
        requireName(where + " picture", picture);
        entry.picture(picture);
      }
      if (!errorType.isEmpty()) {
        entry.failure(new Failure(errorType, errorMessage));
      }
      return entry.build();
    }

    private Status statusOf(String where) {
      return Arrays.stream(Status.values())
          .filter(value -> value.label().equals(status))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      where + " status",
                      status,
                      "use one of "
                          + String.join(
                              ", ", Arrays.stream(Status.values()).map(Status::label).toList())));
    }
  }

  /**
   * Reads the report of a batch.
   *
   * @param folder the folder of a batch
   * @return what the batch has come to
   * @throws InvalidInputException when there is no {@code batch.json}, or it is not one of ours
   */
  public static BatchResult read(Path folder) {
    Path file = folder.resolve(BATCH_JSON);
    if (Files.notExists(file)) {
      throw new InvalidInputException(
          BATCH_JSON, file.toString(), "name the folder that a batch was run in");
    }
    String text = BoundedFile.readText(file, BATCH_JSON, MOST_BYTES);
    try {
      Document document = MAPPER.readValue(text, Document.class);
      if (!document.format().equals(FORMAT) || document.version() != VERSION) {
        throw new InvalidInputException(
            BATCH_JSON,
            document.format() + " version " + document.version(),
            "give a file of format " + FORMAT + " version " + VERSION);
      }
      return new BatchResult(
          folder,
          document.startedAt(),
          document.elapsed(),
          document.entries().stream().map(row -> row.toValue(folder)).toList());
    } catch (JsonProcessingException e) {
      throw unreadable(String.valueOf(e.getOriginalMessage()));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Writes both files.
   *
   * @throws InvalidInputException when the folder cannot be written to
   */
  static void write(BatchResult result) {
    Document document =
        new Document(
            FORMAT,
            VERSION,
            result.startedAt(),
            result.elapsed(),
            result.entries().stream().map(Row::of).toList());
    try {
      replace(result.folder().resolve(BATCH_JSON), MAPPER.writeValueAsString(document));
      replace(result.folder().resolve(INDEX_HTML), BatchPage.render(result));
    } catch (IOException e) {
      throw unwritable(result.folder(), e);
    }
  }

  static InvalidInputException unwritable(Path folder, IOException cause) {
    InvalidInputException e =
        new InvalidInputException(
            "batch folder", folder, "name a folder that can be written to (" + cause + ")");
    e.initCause(cause);
    return e;
  }

  private static void replace(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void requireName(String field, String name) {
    if (!BriefFolders.isName(name)) {
      throw new InvalidInputException(field, name, "name a file or folder of the batch");
    }
  }

  private static InvalidInputException unreadable(String problem) {
    return new InvalidInputException(BATCH_JSON, problem, "give a file that a batch has written");
  }
}
