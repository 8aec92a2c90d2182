package org.brandimage.archive;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.pipeline.SampleRun;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;

/** Two results of which no picture of one is the same as that of the other in its place. */
final class ArchivedRuns {
  private ArchivedRuns() {}

  /** Returns a result with three finalists. */
  static RunResult older() {
    RunResult result = SampleRun.result();
    return with("older", result, result.finalists());
  }

  /** Returns a result with two finalists: the third and the first of the older one. */
  static RunResult newer() {
    RunResult result = SampleRun.result();
    List<Finalist> finalists = new ArrayList<>();
    for (int place : List.of(3, 1)) {
      Finalist finalist = result.finalists().get(place - 1);
      finalists.add(
          Finalist.builder(
                  finalists.size() + 1,
                  finalist.candidate(),
                  finalist.caption(),
                  finalist.image(),
                  finalist.productLayer(),
                  finalist.fidelity())
              .build());
    }
    return with("newer", result, finalists);
  }

  /** Returns a result with other finalists and another id. */
  static RunResult with(String id, RunResult result, List<Finalist> finalists) {
    return RunResult.builder(id, result.brief(), result.provenance())
        .finalists(finalists)
        .candidates(result.candidates())
        .scenes(result.scenes())
        .warnings(result.warnings())
        .build();
  }
}
