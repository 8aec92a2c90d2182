package org.brandimage.review;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;

/** The part of the page that says what became of each candidate. */
final class CandidateTable {
  /** More rows than a person reads; the rest is in run.json. */
  private static final int MOST_ROWS = 200;

  private CandidateTable() {}

  static void append(Html html, RunResult result) {
    List<CandidateRecord> others =
        result.candidates().stream()
            .filter(candidate -> candidate.fate() != Fate.FINALIST)
            .sorted(Comparator.comparing(CandidateRecord::fate))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    html.markup("<section>").element("h2", "", "The other candidates");
    html.markup("<table><tr><th></th><th>Candidate</th><th>Fate</th><th>Why</th></tr>");
    for (CandidateRecord candidate : others.subList(0, Math.min(MOST_ROWS, others.size()))) {
      html.markup("<tr><td>");
      sketch(html, candidate);
      html.markup("</td>").element("td", "", candidate.id());
      String fate = candidate.fate().name().toLowerCase(Locale.ROOT);
      html.element("td", "class=\"" + fate + "\"", fate);
      html.element("td", "", String.join(" ", candidate.reasons())).markup("</tr>");
    }
    html.markup("</table>");
    if (others.size() > MOST_ROWS) {
      html.element(
          "p", "class=\"quiet\"", (others.size() - MOST_ROWS) + " more stand in run.json.");
    }
    html.markup("</section>");
  }

  static void features(Html html, CandidateRecord candidate) {
    if (candidate.features().isEmpty()) {
      return;
    }
    html.markup("<dl>");
    new TreeMap<>(candidate.features())
        .forEach(
            (name, value) ->
                html.element("dt", "", name)
                    .element("dd", "", String.format(Locale.ROOT, "%.3f", value)));
    html.markup("</dl>");
  }

  static void guidelines(Html html, CandidateRecord candidate) {
    html.markup("<table class=\"guidelines\">");
    for (GuidelineResult result : candidate.results()) {
      String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
      html.markup("<tr><td class=\"" + outcome + "\">");
      html.text(
          switch (result.outcome()) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case UNANSWERED -> "?";
            case NOT_APPLICABLE -> "–";
          });
      html.markup("</td>").element("th", "", result.guidelineId());
      html.element("td", "class=\"quiet\"", result.reason()).markup("</tr>");
    }
    html.markup("</table>");
  }

  private static void sketch(Html html, CandidateRecord candidate) {
    html.markup(
        "<svg viewBox=\"0 0 "
            + candidate.canvas().width()
            + " "
            + candidate.canvas().height()
            + "\" height=\"36\">");
    html.markup("<rect width=\"100%\" height=\"100%\"/>");
    for (Placement placement : candidate.placements()) {
      Box box = placement.box();
      double x = box.x() + box.width() / 2.0;
      double y = box.y() + box.height() / 2.0;
      html.markup(
          String.format(
              Locale.ROOT,
              "<rect class=\"product\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\""
                  + " transform=\"rotate(%.1f %.1f %.1f)\"/>",
              x - placement.width() / 2.0,
              y - placement.height() / 2.0,
              placement.width(),
              placement.height(),
              -placement.rotation(),
              x,
              y));
    }
    html.markup("</svg>");
  }
}
