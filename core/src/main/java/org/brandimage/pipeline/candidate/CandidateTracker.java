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

/** The records of all candidates of one run. Used by the run's own thread only. */
public final class CandidateTracker {
  private final RunRef run;
  private final EventSink events;
  private final Map<String, CandidateRecord> records = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();

  /**
   * Creates an empty tracker.
   *
   * @param run the run
   * @param events the receiver of events about rejections
   */
  public CandidateTracker(RunRef run, EventSink events) {
    this.run = run;
    this.events = events;
  }

  /**
   * Enters a candidate's place in the grid, so that the records stand in that order.
   *
   * @param compositeId the candidate
   */
  public void expect(String compositeId) {
    order.putIfAbsent(compositeId, order.size());
  }

  /**
   * Enters a candidate whose step failed.
   *
   * @param composite the candidate
   * @param id its id, or that of one of its pictures
   * @param failure why
   */
  public void failed(Composite composite, String id, BrandImageException failure) {
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    drop(composite, id, Fate.FAILED, composite.results(), List.of(reason));
  }

  /**
   * Enters a candidate that was rejected.
   *
   * @param composite the candidate
   * @param id its id, or that of one of its pictures
   * @param results what was measured and judged
   * @param why the reasons, one sentence each
   */
  public void rejected(
      Composite composite, String id, List<GuidelineResult> results, List<String> why) {
    drop(composite, id, Fate.REJECTED, results, why);
  }

  /**
   * Enters a composite whose measurements reject it.
   *
   * @param composite the candidate
   */
  public void rejectedByMeasurement(Composite composite) {
    List<String> why =
        composite.results().stream()
            .filter(result -> result.outcome() == Outcome.FAIL)
            .map(result -> result.guidelineId() + ": " + result.reason())
            .toList();
    rejected(composite, composite.id(), composite.results(), why);
  }

  /**
   * Enters a candidate that is not outpainted, since others of its grid are better.
   *
   * @param composite the candidate
   * @param why the reason
   */
  public void notSelected(Composite composite, String why) {
    enter(
        composite, dropped(composite, composite.id(), Fate.NOT_SELECTED, composite.results(), why));
  }

  /**
   * Enters a picture that equals one of an earlier round.
   *
   * @param judged the picture
   */
  public void sameAgain(JudgedImage judged) {
    String why = "the same picture as in an earlier round";
    Composite composite = judged.composite();
    enter(
        composite,
        dropped(composite, judged.id(), Fate.DUPLICATE, judged.verdict().results(), why));
  }

  /**
   * Enters the pictures that a policy rejects.
   *
   * @param pool all pictures
   * @param rejected the reasons by id
   */
  public void rejectedByPolicy(List<JudgedImage> pool, Map<String, List<String>> rejected) {
    for (JudgedImage judged : pool) {
      List<String> why = rejected.get(judged.id());
      if (why != null) {
        rejected(judged.composite(), judged.id(), judged.verdict().results(), why);
      }
    }
  }

  /**
   * Enters a picture that was ranked.
   *
   * @param judged the picture
   * @param ranked its score and features
   * @param place its place, from 1
   * @param finalist whether it is a finalist
   */
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

  /**
   * Returns the record of a candidate.
   *
   * @param id the id of the candidate
   * @return its record
   * @throws NullPointerException when none was entered
   */
  public CandidateRecord recordOf(String id) {
    return java.util.Objects.requireNonNull(records.get(id), id);
  }

  /** {@return the records of all candidates, in the order of the grid} */
  public List<CandidateRecord> all() {
    return records.values().stream()
        .sorted(Comparator.comparingInt(this::position).thenComparing(CandidateRecord::id))
        .toList();
  }

  /** Ends the run with an error when every candidate failed and none was rejected. */
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
      List<String> guidelines =
          fate != Fate.REJECTED
              ? List.of()
              : results.stream()
                  .filter(result -> result.outcome() == Outcome.FAIL)
                  .map(GuidelineResult::guidelineId)
                  .toList();
      events.emit(new CandidateRejected(run, id, reasons, guidelines));
    }
  }

  private static CandidateRecord dropped(
      Composite composite, String id, Fate fate, List<GuidelineResult> results, String... why) {
    return record(composite, id, fate).results(results).reasons(List.of(why)).build();
  }

  private static CandidateRecord.Builder record(Composite composite, String id, Fate fate) {
    return CandidateRecord.builder(
            id, composite.planned().scene().id(), composite.planned().canvas(), fate)
        .placements(composite.candidate().placements())
        .backgroundCrop(composite.planned().plan().crop());
  }

  private void enter(Composite composite, CandidateRecord record) {
    order.putIfAbsent(record.id(), order.getOrDefault(composite.id(), order.size()));
    records.put(record.id(), record);
  }

  private int position(CandidateRecord record) {
    return order.getOrDefault(record.id(), Integer.MAX_VALUE);
  }
}
