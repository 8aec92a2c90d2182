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
 * A scorer of the composites of a grid, before any is outpainted: one call to a language model,
 * over a contact sheet of small pictures, gives each a score from 0 to 1. Thread-safe.
 *
 * <p>Cost: one call with one picture, or two when the first reply cannot be used.
 */
public final class ContactSheetScorer implements Identified, Priced<ContactSheetScorer.Request> {
  /** The largest number of pictures of one sheet. */
  public static final int MOST_PICTURES = 100;

  private static final int MAX_OUTPUT_TOKENS = 8192;
  private static final int SHEET = 1568;
  private static final int LONGEST_PICTURE = 384;
  private static final int GAP = 8;
  private static final int PAPER = 0xFFFFFFFF;
  private static final double HIGHEST = 10;

  private final ModelQuestion question;

  /**
   * The composites to score, and the caption of the picture to make from one of them.
   *
   * @param pictures from 1 to {@value #MOST_PICTURES} composites of one size; opened one at a time
   * @param caption the text that describes the finished picture
   */
  public record Request(List<ImageSource> pictures, Caption caption) implements StageRequest {
    /**
     * Checks and copies the values.
     *
     * @throws IllegalArgumentException when there are none or too many
     */
    public Request {
      pictures = List.copyOf(pictures);
      if (pictures.isEmpty() || pictures.size() > MOST_PICTURES) {
        throw new IllegalArgumentException(
            "pictures must be from 1 to " + MOST_PICTURES + ": " + pictures.size());
      }
    }

    @Override
    public String fingerprint() {
      Fingerprint print = Fingerprint.of("sift").add(caption.fingerprint());
      pictures.forEach(picture -> print.add(picture.digest()));
      return print.toHex();
    }
  }

  /**
   * The scores of the pictures.
   *
   * @param values one per picture in their order, from 0 to 1
   */
  public record Scores(List<Double> values) {
    /** Copies the values. */
    public Scores {
      values = List.copyOf(values);
    }
  }

  private ContactSheetScorer(LanguageModel model, Prompt prompt) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS);
  }

  /**
   * {@return a scorer with the bundled prompt {@code sift}}
   *
   * @param model a model that accepts pictures; the caller closes it
   */
  public static ContactSheetScorer create(LanguageModel model) {
    return new ContactSheetScorer(model, Prompt.bundled("sift"));
  }

  @Override
  public StageIdentity identity() {
    return question.identity("ContactSheetScorer");
  }

  @Override
  public Cost estimate(Request request) {
    RasterImage blank = RasterImage.filled(sheetSize(request.pictures()), PAPER);
    return question.estimateOfAsking(data(request), List.of(ImageSource.of(blank)));
  }

  /**
   * Scores composites.
   *
   * @param request the pictures
   * @param context the context of the run
   * @return one score per picture
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the model gave no usable answer
   */
  public Scores score(Request request, StageContext context) throws InterruptedException {
    context.checkActive();
    int count = request.pictures().size();
    ImageSource sheet = ImageSource.of(sheet(request.pictures()));
    return question.ask(data(request), List.of(sheet), reply -> read(reply, count), context);
  }

  private static DataBlocks data(Request request) {
    return new DataBlocks()
        .text("number of sketches", Integer.toString(request.pictures().size()))
        .text("caption", request.caption().text());
  }

  private static Scores read(JsonNode reply, int count) {
    Double[] scores = new Double[count];
    for (JsonNode picture : reply.path("sketches")) {
      int index = picture.path("number").asInt() - 1;
      if (index < 0 || index >= count || scores[index] != null) {
        throw new MalformedReplyException("sketches", "score 1 to " + count + " once each", "");
      }
      scores[index] = picture.path("score").asDouble() / HIGHEST;
    }
    if (Arrays.asList(scores).contains(null)) {
      throw new MalformedReplyException("sketches", "score 1 to " + count + " once each", "");
    }
    return new Scores(new ArrayList<>(Arrays.asList(scores)));
  }

  /** Lays the pictures out in rows from left to right, on paper that parts them. */
  static RasterImage sheet(List<ImageSource> pictures) {
    Size cell = cell(pictures);
    Size size = sheetSize(pictures);
    int columns = columns(pictures.size());
    int[] sheet = new int[size.width() * size.height()];
    Arrays.fill(sheet, PAPER);
    for (int i = 0; i < pictures.size(); i++) {
      RasterImage small = Resampler.resize(pictures.get(i).raster(), cell);
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

  private static Size sheetSize(List<ImageSource> pictures) {
    Size cell = cell(pictures);
    int columns = columns(pictures.size());
    int rows = (pictures.size() + columns - 1) / columns;
    return new Size(GAP + columns * (cell.width() + GAP), GAP + rows * (cell.height() + GAP));
  }

  private static Size cell(List<ImageSource> pictures) {
    Size full = pictures.get(0).size();
    int room = Math.min(LONGEST_PICTURE, SHEET / columns(pictures.size()) - GAP);
    double scale = Math.min(1.0, (double) room / Math.max(full.width(), full.height()));
    return new Size(
        (int) Math.max(1, Math.round(full.width() * scale)),
        (int) Math.max(1, Math.round(full.height() * scale)));
  }

  private static int columns(int count) {
    return (int) Math.ceil(Math.sqrt(count));
  }
}
