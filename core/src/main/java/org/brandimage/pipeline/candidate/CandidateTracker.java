package org.brandimage.pipeline.candidate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.brandimage.pipeline.event.PipelineEvent.CandidateRejected;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.pipeline.execution.EventSink;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.spi.error.AllCandidatesFailedException;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.rank.RankedImage;

/** What became of each candidate of one run. Used by the run's own thread only. */
public final class CandidateTracker {
  private final RunRef run;
  private final EventSink events;
  private final Map<String, CandidateRecord> records = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();

  public CandidateTracker(RunRef run, EventSink events) {
    this.run = run;
    this.events = events;
  }

  /** Enters a candidate's place in the grid, so that the records stand in that order. */
  public void expect(String compositeId) {
    order.putIfAbsent(compositeId, order.size());
  }

  public void failed(Composite composite, String id, BrandImageException failure) {
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    drop(composite, id, Fate.FAILED, composite.results(), List.of(reason));
  }

  public void rejected(
      Composite composite, String id, List<GuidelineResult> results, List<String> why) {
    drop(composite, id, Fate.REJECTED, results, why);
  }

  public void rejectedByMeasurement(Composite composite) {
    List<String> why =
        composite.results().stream()
            .filter(result -> result.outcome() == Outcome.FAIL)
            .map(result -> result.guidelineId() + ": " + result.reason())
            .toList();
    rejected(composite, composite.id(), composite.results(), why);
  }

  /** Enters a candidate that is not worth a picture beside the others of its grid. */
  public void notSelected(Composite composite, String why) {
    enter(
        composite, dropped(composite, composite.id(), Fate.NOT_SELECTED, composite.results(), why));
  }

  /** Enters a picture that came out as one of an earlier round. */
  public void sameAgain(JudgedImage judged) {
    String why = "the same picture as in an earlier round";
    Composite composite = judged.composite();
    enter(
        composite,
        dropped(composite, judged.id(), Fate.DUPLICATE, judged.verdict().results(), why));
  }

  public void rejectedByPolicy(List<JudgedImage> pool, Map<String, List<String>> rejected) {
    for (JudgedImage judged : pool) {
      List<String> why = rejected.get(judged.id());
      if (why != null) {
        rejected(judged.composite(), judged.id(), judged.verdict().results(), why);
      }
    }
  }

  public void ranked(JudgedImage judged, RankedImage ranked, int place, boolean finalist) {
    Composite composite = judged.picture().composite();
    List<String> reasons = finalist ? List.of() : List.of("passed, but was ranked number " + place);
    enter(
        composite,
        record(composite, judged.id(), finalist ? Fate.FINALIST : Fate.RANKED)
            .results(judged.verdict().results())
            .reasons(reasons)
            .score(ranked.score())
            .features(ranked.features())
            .build());
  }

  public CandidateRecord recordOf(String id) {
    return java.util.Objects.requireNonNull(records.get(id), id);
  }

  /** Returns every candidate in the order of the grid. */
  public List<CandidateRecord> all() {
    return records.values().stream()
        .sorted(Comparator.comparingInt(this::position).thenComparing(CandidateRecord::id))
        .toList();
  }

  /** Ends a run that no candidate has come through, unless one was rejected rather than failed. */
  public void requireRejection() {
    if (!records.isEmpty()
        && records.values().stream().allMatch(record -> record.fate() == Fate.FAILED)) {
      throw new AllCandidatesFailedException(
          records.values().stream()
              .collect(Collectors.toMap(CandidateRecord::id, record -> record.reasons().get(0))));
    }
  }

  private void drop(
      Composite composite,
      String id,
      Fate fate,
      List<GuidelineResult> results,
      List<String> reasons) {
    CandidateRecord before = records.get(id);
    enter(composite, dropped(composite, id, fate, results, reasons.toArray(String[]::new)));
    if (before == null || before.fate() != fate) {
      events.emit(new CandidateRejected(run, id, reasons));
    }
  }

  private static CandidateRecord dropped(
      Composite composite, String id, Fate fate, List<GuidelineResult> results, String... why) {
    return record(composite, id, fate).results(results).reasons(List.of(why)).build();
  }

  private static CandidateRecord.Builder record(Composite composite, String id, Fate fate) {
    return CandidateRecord.builder(
            id, composite.planned().scene().id(), composite.planned().canvas(), fate)
        .placements(composite.candidate().placements());
  }

  private void enter(Composite composite, CandidateRecord record) {
    order.putIfAbsent(record.id(), order.getOrDefault(composite.id(), order.size()));
    records.put(record.id(), record);
  }

  private int position(CandidateRecord record) {
    return order.getOrDefault(record.id(), Integer.MAX_VALUE);
  }
}
