package org.brandimage.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.refine.Feedback;
import org.jspecify.annotations.Nullable;

/** What a run is asked for: a brief, or a result and what a person says of it. */
record RunRequest(CampaignBrief brief, @Nullable RunResult previous, @Nullable Feedback feedback) {
  static RunRequest of(CampaignBrief brief) {
    return new RunRequest(Objects.requireNonNull(brief, "brief"), null, null);
  }

  static RunRequest of(RunResult previous, Feedback feedback) {
    Set<String> known =
        previous.candidates().stream().map(CandidateRecord::id).collect(Collectors.toSet());
    for (List<String> ids : List.of(feedback.picked(), feedback.rejected())) {
      for (String id : ids) {
        if (!known.contains(id)) {
          throw new InvalidInputException(
              "feedback picture", id, "name a candidate of run " + previous.runId());
        }
      }
    }
    return new RunRequest(previous.brief(), previous, feedback);
  }
}
