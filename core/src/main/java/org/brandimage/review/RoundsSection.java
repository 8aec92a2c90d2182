package org.brandimage.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.Refinement;

/** The part of the page that says which rounds it took, and what a person had said before. */
final class RoundsSection {
  private RoundsSection() {}

  static void append(Html html, RunResult result) {
    RunHistory history = result.provenance().history();
    boolean spared = history.rounds().stream().anyMatch(round -> left(round) > 0);
    if (history.rounds().size() < 2 && history.previousRunId().isEmpty() && !spared) {
      return;
    }
    html.markup("<section>").element("h2", "", "Rounds");
    if (!history.previousRunId().isEmpty()) {
      html.element("p", "", "Goes on from run " + history.previousRunId() + ".");
    }
    for (Feedback feedback : history.feedback()) {
      html.element("blockquote", "", said(feedback));
    }
    html.markup("<table><tr><th>Round</th><th>Done differently</th><th>Candidates</th>");
    html.markup("<th>Outpainted</th><th>Passed</th><th>Failed</th><th>Cost</th></tr>");
    history.rounds().forEach(round -> row(html, round));
    html.markup("</table>");
    if (!history.ending().isEmpty()) {
      html.element("p", "class=\"quiet\"", "It ended because " + history.ending() + ".");
    }
    html.markup("</section>");
  }

  private static void row(Html html, RoundRecord round) {
    html.markup("<tr>").element("td", "", Integer.toString(round.number()));
    html.element("td", "", change(round.change()));
    html.element("td", "", Integer.toString(round.candidates()));
    String spared = left(round) > 0 ? " (saved at most " + money(round) + ")" : "";
    html.element("td", "", round.outpainted() + spared);
    html.element("td", "", Integer.toString(round.passed()));
    html.element("td", "class=\"quiet\"", failures(round.failures()));
    html.element("td", "", round.cost().usd().stripTrailingZeros().toPlainString() + " USD");
    html.markup("</tr>");
  }

  private static int left(RoundRecord round) {
    return round.spared().units() > 0 ? 1 : 0;
  }

  private static String money(RoundRecord round) {
    return String.format(
        Locale.ROOT,
        "%d paid calls, %s USD",
        round.spared().units(),
        round.spared().usd().stripTrailingZeros().toPlainString());
  }

  private static String said(Feedback feedback) {
    String text = feedback.text().isBlank() ? "" : feedback.text() + " ";
    String picked = list("picked", feedback.picked());
    return (text + picked + list("rejected", feedback.rejected())).strip();
  }

  private static String list(String what, List<String> ids) {
    return ids.isEmpty() ? "" : "(" + what + ": " + String.join(", ", ids) + ") ";
  }

  private static String change(Refinement change) {
    if (change.isEmpty()) {
      return "—";
    }
    String notes =
        change.notes().entrySet().stream()
            .map(RoundsSection::note)
            .collect(Collectors.joining("; "));
    return change.excludedAssets().isEmpty()
        ? notes
        : notes + " not used again: " + String.join(", ", change.excludedAssets());
  }

  private static String note(Map.Entry<StageId, List<String>> entry) {
    return entry.getKey().label() + ": " + String.join(" / ", entry.getValue());
  }

  private static String failures(Map<String, Integer> failures) {
    return failures.entrySet().stream()
        .map(entry -> entry.getKey() + " ×" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
