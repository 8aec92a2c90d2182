package org.brandimage.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.review.Html;
import org.brandimage.review.ReviewPage;
import org.brandimage.spi.context.Cost;

/**
 * The page of a batch: a table with a row per brief. Pictures are linked, not embedded, and the
 * browser loads them as they are scrolled to, so a page of thousands of briefs stays small.
 */
final class BatchPage {
  private static final int PICTURE_WIDTH = 160;

  private BatchPage() {}

  /** Returns the page as a complete HTML document whose links lead into the batch's folder. */
  static String render(BatchResult result) {
    Html html = new Html();
    html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.element("title", "", "Batch of " + result.entries().size() + " briefs");
    html.markup("<style>").markup(style()).markup("</style></head><body>");
    html.element("h1", "", "Batch of " + result.entries().size() + " briefs");
    html.element("p", "class=\"quiet\"", summary(result));
    html.markup("<table><tr><th></th><th>Brief</th><th>Prompt</th><th>Status</th>");
    html.markup("<th>Pictures</th><th>Warnings</th><th>Cost</th><th>Reused</th><th>Time</th></tr>");
    result.entries().forEach(entry -> row(html, entry));
    return html.markup("</table></body></html>\n").toString();
  }

  private static void row(Html html, BatchEntry entry) {
    String status = entry.status().label();
    html.markup("<tr><td>");
    picture(html, entry);
    html.markup("</td>").element("td", "", name(entry)).element("td", "", entry.prompt());
    html.markup("<td class=\"" + status + "\">").text(status);
    entry
        .failure()
        .ifPresent(
            failure ->
                html.element("p", "class=\"quiet\"", failure.type() + ": " + failure.message()));
    html.markup("</td>");
    html.element("td", "class=\"number\"", Integer.toString(entry.finalists()));
    html.element("td", "class=\"number\"", Integer.toString(entry.warnings()));
    html.element("td", "class=\"number\"", dollars(entry.cost()));
    html.element("td", "class=\"number\"", dollars(entry.reused()));
    html.element("td", "class=\"number\"", seconds(entry.elapsed().toMillis())).markup("</tr>\n");
  }

  /** Appends the best picture with a link to the page of its run, or to the picture itself. */
  private static void picture(Html html, BatchEntry entry) {
    if (entry.picture().isEmpty()) {
      return;
    }
    Path picture = entry.picture().get();
    Path review = entry.folder().resolve(ReviewPage.FILE_NAME);
    html.markup("<a href=\"").text(link(entry, Files.exists(review) ? review : picture));
    html.markup("\"><img loading=\"lazy\" width=\"" + PICTURE_WIDTH + "\" alt=\"Best picture of ");
    html.text(name(entry)).markup("\" src=\"").text(link(entry, picture)).markup("\"></a>");
  }

  /** Returns a link from the page; names of folders and pictures need no percent encoding. */
  private static String link(BatchEntry entry, Path file) {
    return entry.folder().getFileName() + "/" + file.getFileName();
  }

  private static String name(BatchEntry entry) {
    return entry.label().isEmpty() ? Integer.toString(entry.number()) : entry.label();
  }

  private static String summary(BatchResult result) {
    return String.format(
        Locale.ROOT,
        "%d with pictures · %d finished, %d reused from earlier, %d failed, %d not started"
            + " · begun %s, %s · %s spent, %s reused",
        result.withPictures(),
        result.count(Status.FINISHED),
        result.count(Status.REUSED_FROM_EARLIER),
        result.count(Status.FAILED),
        result.count(Status.NOT_STARTED),
        result.startedAt().truncatedTo(ChronoUnit.SECONDS),
        seconds(result.elapsed().toMillis()),
        dollars(result.cost()),
        dollars(result.reused()));
  }

  private static String dollars(Cost cost) {
    return cost.usd().stripTrailingZeros().toPlainString() + " USD";
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  private static String style() {
    try (InputStream in = BatchPage.class.getResourceAsStream("batch.css")) {
      return new String(
          Objects.requireNonNull(in, "missing resource batch.css").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource batch.css", e);
    }
  }
}
