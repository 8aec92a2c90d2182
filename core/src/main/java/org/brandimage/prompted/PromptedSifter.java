package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.result.Fingerprint;

/**
 * A model's look at the composites of a grid before anything is outpainted: one call over a contact
 * sheet of small pictures, a score from 0 to 1 for each. Thread-safe.
 *
 * <p>Cost: one call with one picture, or two when the first reply cannot be used.
 */
public final class PromptedSifter implements Identified, Priced<PromptedSifter.Request> {
  /** The most sketches of one sheet. */
  public static final int MOST_SKETCHES = 100;

  private static final int MAX_OUTPUT_TOKENS = 8192;
  private static final int SHEET = 1568;
  private static final int LONGEST_SKETCH = 384;
  private static final int GAP = 8;
  private static final int PAPER = 0xFFFFFFFF;
  private static final double HIGHEST = 10;

  private final ModelQuestion question;

  /**
   * The sketches and what they shall become.
   *
   * @param sketches from 1 to {@value #MOST_SKETCHES} composites of one size; opened one at a time
   * @param caption what the picture shall show
   */
  public record Request(List<ImageSource> sketches, Caption caption) implements StageRequest {
    /**
     * Checks and copies the values.
     *
     * @throws IllegalArgumentException when there are none or too many
     */
    public Request {
      sketches = List.copyOf(sketches);
      if (sketches.isEmpty() || sketches.size() > MOST_SKETCHES) {
        throw new IllegalArgumentException(
            "sketches must be from 1 to " + MOST_SKETCHES + ": " + sketches.size());
      }
    }

    @Override
    public String fingerprint() {
      Fingerprint print = Fingerprint.of("sift").add(caption.fingerprint());
      sketches.forEach(sketch -> print.add(sketch.digest()));
      return print.toHex();
    }
  }

  /**
   * The scores of the sketches.
   *
   * @param values one a sketch in their order, from 0 to 1
   */
  public record Scores(List<Double> values) {
    /** Copies the values. */
    public Scores {
      values = List.copyOf(values);
    }
  }

  private PromptedSifter(LanguageModel model, Prompt prompt) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS);
  }

  /**
   * Returns a sifter with the bundled prompt {@code sift}.
   *
   * @param model looks at pictures; stays yours
   * @return the sifter
   */
  public static PromptedSifter create(LanguageModel model) {
    return new PromptedSifter(model, Prompt.bundled("sift"));
  }

  @Override
  public StageIdentity identity() {
    return question.identity("PromptedSifter");
  }

  @Override
  public Cost estimate(Request request) {
    RasterImage blank = RasterImage.filled(sheetSize(request.sketches()), PAPER);
    return question.estimateOfAsking(data(request), List.of(ImageSource.of(blank)));
  }

  /**
   * Scores composites.
   *
   * @param request the sketches
   * @param context the run
   * @return one score a sketch
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the model did not answer usefully
   */
  public Scores sift(Request request, StageContext context) throws InterruptedException {
    context.checkActive();
    int count = request.sketches().size();
    ImageSource sheet = ImageSource.of(sheet(request.sketches()));
    return question.ask(data(request), List.of(sheet), reply -> read(reply, count), context);
  }

  private static DataBlocks data(Request request) {
    return new DataBlocks()
        .text("number of sketches", Integer.toString(request.sketches().size()))
        .text("caption", request.caption().text());
  }

  private static Scores read(JsonNode reply, int count) {
    Double[] scores = new Double[count];
    for (JsonNode sketch : reply.path("sketches")) {
      int index = sketch.path("number").asInt() - 1;
      if (index < 0 || index >= count || scores[index] != null) {
        throw new MalformedReplyException("sketches", "score 1 to " + count + " once each", "");
      }
      scores[index] = sketch.path("score").asDouble() / HIGHEST;
    }
    if (Arrays.asList(scores).contains(null)) {
      throw new MalformedReplyException("sketches", "score 1 to " + count + " once each", "");
    }
    return new Scores(new ArrayList<>(Arrays.asList(scores)));
  }

  /** Lays the sketches out in rows from left to right, on paper that parts them. */
  static RasterImage sheet(List<ImageSource> sketches) {
    Size cell = cell(sketches);
    Size size = sheetSize(sketches);
    int columns = columns(sketches.size());
    int[] sheet = new int[size.width() * size.height()];
    Arrays.fill(sheet, PAPER);
    for (int i = 0; i < sketches.size(); i++) {
      RasterImage small = Resampler.resize(sketches.get(i).raster(), cell);
      int left = GAP + i % columns * (cell.width() + GAP);
      int top = GAP + i / columns * (cell.height() + GAP);
      int[] row = new int[cell.width()];
      for (int y = 0; y < cell.height(); y++) {
        small.copyRow(y, row);
        System.arraycopy(row, 0, sheet, (top + y) * size.width() + left, cell.width());
      }
    }
    return RasterImage.adopt(size, sheet);
  }

  private static Size sheetSize(List<ImageSource> sketches) {
    Size cell = cell(sketches);
    int columns = columns(sketches.size());
    int rows = (sketches.size() + columns - 1) / columns;
    return new Size(GAP + columns * (cell.width() + GAP), GAP + rows * (cell.height() + GAP));
  }

  private static Size cell(List<ImageSource> sketches) {
    Size full = sketches.get(0).size();
    int room = Math.min(LONGEST_SKETCH, SHEET / columns(sketches.size()) - GAP);
    double scale = Math.min(1.0, (double) room / Math.max(full.width(), full.height()));
    return new Size(
        (int) Math.max(1, Math.round(full.width() * scale)),
        (int) Math.max(1, Math.round(full.height() * scale)));
  }

  private static int columns(int count) {
    return (int) Math.ceil(Math.sqrt(count));
  }
}
