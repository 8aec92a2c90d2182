package org.brandimage.examples.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.brandimage.spi.text.PrintableText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The one place where the command writes text. Each call writes whole lines of {@link
 * PrintableText}, so a file name, a description or a reply of a model can neither add a line nor
 * send an escape sequence to a terminal. Numbers are formatted without a locale. Thread-safe.
 */
public final class Console {
  private final PrintWriter writer;

  private Console(PrintWriter writer) {
    this.writer = writer;
  }

  /**
   * Returns the console of a command's results.
   *
   * @param command the command, which picocli has set
   * @return its standard output
   */
  public static Console out(@Nullable CommandSpec command) {
    return new Console(Objects.requireNonNull(command, "command").commandLine().getOut());
  }

  /**
   * Returns the console of a command's progress, warnings and errors.
   *
   * @param command the command, which picocli has set
   * @return its standard error
   */
  public static Console err(@Nullable CommandSpec command) {
    return new Console(Objects.requireNonNull(command, "command").commandLine().getErr());
  }

  /** Writes an empty line. */
  public void line() {
    line("");
  }

  /**
   * Writes one line.
   *
   * @param text what it says; line breaks in it are shown as escapes
   */
  public void line(String text) {
    writer.println(PrintableText.of(text));
    writer.flush();
  }

  /**
   * Writes one formatted line.
   *
   * @param format as in {@link String#format}, without a line break
   * @param values the values, made printable before they are padded
   */
  public void format(String format, Object... values) {
    Object[] printable = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      printable[i] = values[i] instanceof Number ? values[i] : PrintableText.of(values[i]);
    }
    line(String.format(Locale.ROOT, format, printable));
  }

  /**
   * Writes a JSON document over several lines. Escapes within its strings are those of JSON.
   *
   * @param document what to write
   */
  public void json(JsonNode document) {
    try {
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(document)
          .lines()
          .forEach(this::line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes an unexpected error with its causes and where they were thrown.
   *
   * @param error the error
   */
  public void trace(Throwable error) {
    line(error.toString());
    for (StackTraceElement frame : error.getStackTrace()) {
      line("    at " + frame);
    }
    Throwable cause = error.getCause();
    if (cause != null && cause != error) {
      line("caused by:");
      trace(cause);
    }
  }
}
