package org.brandimage.bedrock.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.spi.context.TokenUsage;

/**
 * A table of prices: model, unit, US dollars, date and source. Immutable and thread-safe.
 *
 * <p>The default table holds on-demand list prices of the standard tier; each entry names its
 * source. Those of Nova Pro, Nova 2 and Nova Canvas are of the AWS Price List of us-east-1 as
 * published on 2026-09-01. Those of Stability agree in two independent third-party lists of 2026-11
 * but were not seen in one of AWS; the others are of one third-party list. Prices differ by Region
 * and contract, so override what your bill says otherwise.
 *
 * <p>An inference profile ({@code us.}…) without an entry has the price of its model. Profiles with
 * a price of their own have entries: {@code global.} of Nova 2, which is cheaper, and {@code eu.}
 * and {@code apac.} of the first Nova, which are dearer. A model without an entry has no price.
 */
public final class BedrockPrices {
  private static final int COLUMNS = 5;

  /** What is paid for. */
  public enum Unit {
    /** A million tokens read. */
    MILLION_INPUT_TOKENS,
    /** A million tokens of text written. */
    MILLION_OUTPUT_TOKENS,
    /** A million tokens of pictures, by a model that writes both text and pictures. */
    MILLION_IMAGE_OUTPUT_TOKENS,
    /** A picture generated, of any size and quality. */
    IMAGE,
    /** A picture of standard quality with no side above 1,024 pixels. */
    IMAGE_STANDARD_1024,
    /** A picture of premium quality with no side above 1,024 pixels. */
    IMAGE_PREMIUM_1024,
    /** A larger picture of standard quality. */
    IMAGE_STANDARD_2048,
    /** A larger picture of premium quality. */
    IMAGE_PREMIUM_2048,
    /** A picture embedded. */
    INPUT_IMAGE
  }

  /**
   * One price.
   *
   * @param model the model's id
   * @param unit what is paid for
   * @param usd US dollars a unit, at least 0
   * @param asOf when it was read, as an ISO date or month
   * @param source where it was read
   */
  public record Entry(String model, Unit unit, BigDecimal usd, String asOf, String source) {
    /** Checks the values. */
    public Entry {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(asOf, "asOf");
      Objects.requireNonNull(source, "source");
      if (usd.signum() < 0) {
        throw new IllegalArgumentException("usd must be at least 0: " + usd);
      }
    }
  }

  private record Key(String model, Unit unit) {}

  private final Map<Key, Entry> entries;

  private BedrockPrices(Map<Key, Entry> entries) {
    this.entries = entries;
  }

  /**
   * Returns the default table.
   *
   * @return list prices as of 2026-09 to 2026-11
   */
  public static BedrockPrices defaults() {
    Map<Key, Entry> entries = new LinkedHashMap<>();
    for (String[] row : Table.read("prices.tsv", COLUMNS)) {
      Entry entry = new Entry(row[0], Unit.valueOf(row[1]), new BigDecimal(row[2]), row[3], row[4]);
      entries.put(new Key(entry.model(), entry.unit()), entry);
    }
    return new BedrockPrices(entries);
  }

  /**
   * Returns a table without prices.
   *
   * @return an empty table
   */
  public static BedrockPrices none() {
    return new BedrockPrices(Map.of());
  }

  /**
   * Returns this table with one more, or another, price. It is the price of exactly this id, and of
   * profiles without an entry: what is said of a model leaves an entry of {@code global.} alone.
   *
   * @param entry the price
   * @return a table
   */
  public BedrockPrices with(Entry entry) {
    Map<Key, Entry> more = new LinkedHashMap<>(entries);
    more.put(new Key(entry.model(), entry.unit()), entry);
    return new BedrockPrices(more);
  }

  /**
   * Looks a price up.
   *
   * @param model a model id, inference profile or ARN
   * @param unit what is paid for
   * @return the entry, or empty when none is known
   */
  public Optional<Entry> find(String model, Unit unit) {
    Entry own = entries.get(new Key(model, unit));
    if (own == null) {
      own = entries.get(new Key(ModelIds.withoutArn(model), unit));
    }
    return Optional.ofNullable(
        own == null ? entries.get(new Key(ModelIds.base(model), unit)) : own);
  }

  /**
   * Returns all prices.
   *
   * @return in the order of the table
   */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * Returns whether all units have a price.
   *
   * @param model a model id, inference profile or ARN
   * @param units what is paid for
   * @return true when each has an entry
   */
  public boolean knows(String model, Unit... units) {
    return java.util.Arrays.stream(units).allMatch(unit -> find(model, unit).isPresent());
  }

  /**
   * Returns what tokens cost, rounded up; what has no price costs nothing.
   *
   * @param model a model id, inference profile or ARN
   * @param usage the tokens
   * @return millionths of a US dollar
   */
  public long microUsd(String model, TokenUsage usage) {
    return microUsd(model, Unit.MILLION_INPUT_TOKENS, millionths(usage.input()))
        + microUsd(model, Unit.MILLION_OUTPUT_TOKENS, millionths(usage.output()));
  }

  /**
   * Returns what tokens cost when all that was written is a picture, rounded up.
   *
   * @param model a model id, inference profile or ARN
   * @param usage the tokens
   * @return millionths of a US dollar
   */
  public long pictureMicroUsd(String model, TokenUsage usage) {
    return microUsd(model, Unit.MILLION_INPUT_TOKENS, millionths(usage.input()))
        + microUsd(model, Unit.MILLION_IMAGE_OUTPUT_TOKENS, millionths(usage.output()));
  }

  /**
   * Returns what an amount of a unit costs, rounded up; what has no price costs nothing.
   *
   * @param model a model id, inference profile or ARN
   * @param unit what is paid for
   * @param amount how many units
   * @return millionths of a US dollar
   */
  public long microUsd(String model, Unit unit, BigDecimal amount) {
    return find(model, unit)
        .map(
            entry ->
                entry
                    .usd()
                    .multiply(amount)
                    .movePointRight(6)
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact())
        .orElse(0L);
  }

  private static BigDecimal millionths(long tokens) {
    return BigDecimal.valueOf(tokens, 6);
  }

  @Override
  public String toString() {
    return "BedrockPrices[" + entries.size() + " entries]";
  }

  /** A table of the library's own: tab-separated, comments start with a hash. */
  static final class Table {
    private Table() {}

    static List<String[]> read(String name, int columns) {
      try (InputStream in = BedrockPrices.class.getResourceAsStream(name);
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(
                      Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> cells(name, line, columns))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(name + " cannot be read from the class path", e);
      }
    }

    private static String[] cells(String name, String line, int columns) {
      String[] cells = line.split("\t", -1);
      if (cells.length != columns) {
        throw new IllegalStateException(name + ": " + columns + " columns expected: " + line);
      }
      return cells;
    }
  }
}
