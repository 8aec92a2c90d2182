package org.brandimage.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.pipeline.result.SceneRecord.Choice;
import org.brandimage.pipeline.result.SceneRecord.Found;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A writer of the page on which a person compares the finalists of a run. The page is one HTML file
 * without references: pictures are embedded, with a longer side of at most 1,024 pixels.
 * Thread-safe.
 */
public final class ReviewPage {
  /** The name of the page within a run's folder. */
  public static final String FILE_NAME = "review.html";

  private static final int LONGEST_SIDE = 1024;

  private final PngWriter png = PngWriter.create();
  private final String style = resource("review.css");

  private ReviewPage() {}

  /** {@return a new writer of pages} */
  public static ReviewPage create() {
    return new ReviewPage();
  }

  /**
   * Writes the page into a folder. Opens one finalist at a time.
   *
   * @param result the result
   * @param folder an existing folder; the page in it is replaced
   * @throws InvalidInputException when the folder cannot be written to
   */
  public void write(RunResult result, Path folder) {
    try {
      Files.writeString(folder.resolve(FILE_NAME), render(result));
    } catch (IOException e) {
      InvalidInputException invalid =
          new InvalidInputException(
              "output folder", folder, "name a folder that can be written to");
      invalid.initCause(e);
      throw invalid;
    }
  }

  /**
   * Renders the page.
   *
   * @param result the result
   * @return the page as a complete HTML document
   */
  public String render(RunResult result) {
    Objects.requireNonNull(result, "result");
    Html html = new Html();
    html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.element("title", "", "Review: " + result.provenance().prompt());
    html.markup("<style>").markup(style).markup("</style></head><body><header>");
    html.element("h1", "", result.provenance().prompt());
    html.element("p", "class=\"quiet\"", summary(result)).markup("</header><main>");
    finalists(html, result);
    result.scenes().forEach(scene -> scene(html, scene, result));
    RoundsSection.append(html, result);
    CandidateTable.append(html, result);
    ProvenanceSection.append(html, result);
    return html.markup("</main></body></html>\n").toString();
  }

  private void finalists(Html html, RunResult result) {
    if (result.finalists().isEmpty()) {
      html.element("p", "class=\"none\"", "No picture passed. The table below says why.");
    }
    html.markup("<section class=\"finalists\">");
    for (Finalist finalist : result.finalists()) {
      html.markup("<article>").markup("<img alt=\"");
      html.text(finalist.caption().subject() + ", place " + finalist.place());
      html.markup("\" src=\"data:image/png;base64," + embedded(finalist) + "\">");
      html.markup("<div class=\"card\">");
      html.element("h2", "", finalist.candidate().canvas() + " — place " + finalist.place());
      html.element(
          "p",
          "class=\"quiet\"",
          String.format(
              Locale.ROOT, "score %.3f · %s", finalist.candidate().score(), finalist.id()));
      CandidateTable.features(html, finalist.candidate());
      CandidateTable.guidelines(html, finalist.candidate());
      fidelity(html, finalist);
      html.markup("</div></article>");
    }
    html.markup("</section>");
  }

  private static void fidelity(Html html, Finalist finalist) {
    html.element(
        "p",
        "class=\"quiet\"",
        String.format(
            Locale.ROOT,
            "Largest change of a product pixel: %.0f of 255 as generated, %.0f as delivered.",
            finalist.fidelity().before().maxDifference(),
            finalist.fidelity().after().maxDifference()));
  }

  private static void scene(Html html, SceneRecord scene, RunResult result) {
    html.markup("<section>");
    html.element("h2", "", "Caption and plan of " + scene.id());
    html.element("blockquote", "", scene.caption().text());
    if (!scene.caption().negativeText().isEmpty()) {
      html.element("p", "class=\"quiet\"", "Kept out: " + scene.caption().negativeText());
    }
    for (String plan : result.provenance().plans()) {
      if (plan.startsWith(scene.id() + " ")) {
        html.element("p", "", plan.substring(scene.id().length() + 1));
      }
    }
    html.markup("<table><tr><th>Asked for</th><th>Used</th><th>Found</th></tr>");
    choices(html, scene.products());
    choices(html, scene.setting());
    choices(html, scene.themes());
    html.markup("</table></section>");
  }

  private static void choices(Html html, List<Choice> choices) {
    for (Choice choice : choices) {
      html.markup("<tr>").element("td", "", choice.entity());
      html.element("td", "", choice.assetId().isEmpty() ? "—" : choice.assetId());
      html.element("td", "class=\"quiet\"", found(choice.found())).markup("</tr>");
    }
  }

  private static String found(List<Found> found) {
    return String.join(
        ", ",
        found.stream()
            .map(
                hit ->
                    String.format(
                        Locale.ROOT,
                        "%s %.2f%s",
                        hit.assetId(),
                        hit.score(),
                        hit.fits() ? "" : " (below the floor)"))
            .toList());
  }

  private static String summary(RunResult result) {
    return String.format(
        Locale.ROOT,
        "%d finalists of %d candidates · run %s · seed %d · %.1f s · %d paid calls, %s USD",
        result.finalists().size(),
        result.candidates().size(),
        result.runId(),
        result.provenance().seed(),
        result.provenance().elapsed().toMillis() / 1000.0,
        result.provenance().cost().units(),
        result.provenance().cost().usd().stripTrailingZeros().toPlainString());
  }

  private String embedded(Finalist finalist) {
    RasterImage image = finalist.image().raster();
    int longest = Math.max(image.width(), image.height());
    if (longest > LONGEST_SIDE) {
      double scale = (double) LONGEST_SIDE / longest;
      Size size =
          new Size(
              Math.max(1, (int) Math.round(image.width() * scale)),
              Math.max(1, (int) Math.round(image.height() * scale)));
      image = Resampler.resize(image, size);
    }
    return Base64.getEncoder().encodeToString(png.encode(image).bytes());
  }

  private static String resource(String name) {
    try (InputStream in = ReviewPage.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, "missing resource " + name).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource " + name, e);
    }
  }
}
