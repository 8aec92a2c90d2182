package org.brandimage.review;

import java.util.Locale;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.context.CallRecord;

/** The part of the page that says how the result came to be. */
final class ProvenanceSection {
  private ProvenanceSection() {}

  static void append(Html html, RunResult result) {
    Provenance provenance = result.provenance();
    html.markup("<section><details><summary>Provenance</summary>");
    html.element(
        "p",
        "",
        "brandimage "
            + provenance.libraryVersion()
            + ", "
            + provenance.startedAt()
            + ", policy: "
            + provenance.policy());
    result.warnings().forEach(warning -> html.element("p", "class=\"fail\"", warning.toString()));
    stages(html, provenance);
    timings(html, provenance);
    calls(html, provenance);
    html.markup("</details></section>");
  }

  private static void stages(Html html, Provenance provenance) {
    html.markup("<table><tr><th>Stage</th><th>By</th><th>Version</th><th>Model</th></tr>");
    provenance
        .stages()
        .forEach(
            (stage, identity) -> {
              html.markup("<tr>").element("td", "", stage.label());
              html.element("td", "", identity.name()).element("td", "", identity.version());
              html.element("td", "", identity.model()).markup("</tr>");
            });
    html.markup("</table>");
  }

  private static void timings(Html html, Provenance provenance) {
    html.markup("<table><tr><th>Step</th><th>Pieces</th><th>Time</th></tr>");
    for (Provenance.Timing timing : provenance.timings()) {
      html.markup("<tr>").element("td", "", timing.stage().label());
      html.element("td", "", Integer.toString(timing.pieces()));
      html.element("td", "", timing.elapsed().toMillis() + " ms").markup("</tr>");
    }
    html.markup("</table>");
  }

  private static void calls(Html html, Provenance provenance) {
    for (CallRecord call : provenance.calls()) {
      html.element(
          "p",
          "class=\"quiet\"",
          String.format(
              Locale.ROOT,
              "%s %s: %d ms, %s USD, request %s",
              call.provider(),
              call.model(),
              call.elapsed().toMillis(),
              call.cost().usd(),
              call.requestId()));
    }
  }
}
