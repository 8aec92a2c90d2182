package org.brandimage.local.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.json.StrictJson;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Size;

/**
 * What a segmenter's input and output mean, from a JSON file of the same name beside it. Without
 * such a card the input is RGB from 0 to 1 in planes, stretched to the square that the file's name
 * ends with, and the classes are those of the label list whose name stands in the file's name.
 *
 * @param size the size that photos are stretched to, for a network of a fixed or of any size
 * @param channelsLast whether the input is NHWC instead of NCHW
 * @param bgr whether blue comes first
 * @param white the level of white: 1 or 255
 * @param mean is taken from each channel, in the order of the input
 * @param std divides each channel
 * @param output what the network gives
 * @param labels the names of the classes, by index
 */
record SegmenterCard(
    Size size,
    boolean channelsLast,
    boolean bgr,
    double white,
    List<Double> mean,
    List<Double> std,
    Output output,
    List<String> labels) {
  private static final int MOST_BYTES = 1 << 20;
  private static final int USUAL_SIDE = 512;
  private static final int LEAST_SIDE = 16;
  private static final int MOST_SIDE = 4096;
  private static final Pattern SIDE = Pattern.compile("[_-](\\d{2,4})$");
  private static final String LABELS = "_labels.txt";

  /** What a network gives for each pixel. */
  enum Output {
    /** A score for each class, before the softmax. */
    LOGITS,
    /** A probability for each class. */
    PROBABILITIES,
    /** The index of its class. */
    LABELS
  }

  SegmenterCard {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    labels = List.copyOf(labels);
  }

  /**
   * Returns the card of a network, or empty when its classes are not known.
   *
   * @throws InvalidInputException when a card has a wrong field
   */
  static Optional<SegmenterCard> of(Path network) {
    String name = stem(network);
    Path card = network.resolveSibling(name + ".json");
    List<String> listed = listed(network, name);
    if (Files.isRegularFile(card)) {
      return Optional.of(read(card, listed));
    }
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    Matcher side = SIDE.matcher(name);
    int square = side.find() ? Integer.parseInt(side.group(1)) : USUAL_SIDE;
    return Optional.of(
        new SegmenterCard(
            new Size(square, square),
            false,
            false,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            Output.LOGITS,
            listed));
  }

  private static SegmenterCard read(Path file, List<String> listed) {
    String where = "card " + file.getFileName() + ":";
    StrictJson json = StrictJson.parse(text(file), where);
    json.onlyKeys("size", "layout", "colours", "white", "mean", "std", "output", "labels");
    List<String> labels = json.texts("labels").isEmpty() ? listed : json.texts("labels");
    if (labels.size() < 2) {
      throw json.invalid("labels", labels, "list the names of the classes by index");
    }
    OptionalDouble white = json.number("white", "give 1 or 255");
    if (white.isPresent() && white.getAsDouble() != 1 && white.getAsDouble() != 255) {
      throw json.invalid("white", "give 1 or 255");
    }
    return new SegmenterCard(
        size(json),
        choice(json, "layout", "NCHW", "NHWC") == 1,
        choice(json, "colours", "RGB", "BGR") == 1,
        white.orElse(1),
        three(json, "mean", 0),
        three(json, "std", 1),
        Output.values()[choice(json, "output", "logits", "probabilities", "labels")],
        labels);
  }

  private static Size size(StrictJson json) {
    String remedy = "give width and height in pixels from 16 to 4096, such as [512, 512]";
    List<JsonNode> sides = json.list("size", remedy);
    for (JsonNode side : sides) {
      if (!side.isInt() || side.intValue() < LEAST_SIDE || side.intValue() > MOST_SIDE) {
        throw json.invalid("size", remedy);
      }
    }
    if (!sides.isEmpty() && sides.size() != 2) {
      throw json.invalid("size", remedy);
    }
    return sides.isEmpty()
        ? new Size(USUAL_SIDE, USUAL_SIDE)
        : new Size(sides.get(0).intValue(), sides.get(1).intValue());
  }

  private static int choice(StrictJson json, String field, String... values) {
    String remedy = "give " + String.join(" or ", values);
    Optional<String> text = json.text(field, remedy);
    for (int i = 0; i < values.length; i++) {
      if (text.isPresent() && text.get().equalsIgnoreCase(values[i])) {
        return i;
      }
    }
    if (text.isPresent()) {
      throw json.invalid(field, remedy);
    }
    return 0;
  }

  private static List<Double> three(StrictJson json, String field, double usual) {
    String remedy = "give three numbers, one for each channel in the order of the input";
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : json.list(field, remedy)) {
      if (!number.isNumber() || (field.equals("std") && number.doubleValue() == 0)) {
        throw json.invalid(field, number, remedy);
      }
      numbers.add(number.doubleValue());
    }
    if (!numbers.isEmpty() && numbers.size() != 3) {
      throw json.invalid(field, numbers, remedy);
    }
    return numbers.isEmpty() ? List.of(usual, usual, usual) : numbers;
  }

  /** Returns the lines of the label list whose name stands in the network's. */
  private static List<String> listed(Path network, String name) {
    try (Stream<Path> files = Files.list(network.toAbsolutePath().getParent())) {
      List<Path> fitting =
          files
              .filter(file -> file.getFileName().toString().endsWith(LABELS))
              .filter(file -> name.contains(file.getFileName().toString().replace(LABELS, "")))
              .sorted()
              .toList();
      return fitting.isEmpty()
          ? List.of()
          : text(fitting.get(0)).lines().map(String::strip).toList();
    } catch (IOException e) {
      throw unreadable(network);
    }
  }

  private static String text(Path file) {
    byte[] bytes = BoundedFile.read(file, String.valueOf(file.getFileName()), MOST_BYTES);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static InvalidInputException unreadable(Path file) {
    return new InvalidInputException(
        "model card", file.getFileName(), "it cannot be read; check the file");
  }

  private static String stem(Path network) {
    String name = String.valueOf(network.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(".onnx")
        ? name.substring(0, name.length() - 5)
        : name;
  }
}
