package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Cause;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;

/**
 * Reads a judge's reply and counts votes. An answer that contradicts itself fails; a reply that
 * cannot be read answers nothing, since it says nothing about the picture.
 */
final class JudgeAnswers {
  private static final String SOURCE = "PromptedJudge";
  private static final String NONE = "none";

  private JudgeAnswers() {}

  /**
   * Reads the answers to exactly the guidelines asked for, in their order.
   *
   * @throws MalformedReplyException when one is missing, made up or answered twice
   */
  static List<GuidelineResult> read(JsonNode reply, List<String> asked) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (JsonNode answer : reply.path("answers")) {
      if (answers.put(answer.path("guideline").asText(), answer) != null) {
        throw new MalformedReplyException("answers", "a guideline is answered twice", "");
      }
    }
    if (!answers.keySet().equals(new HashSet<>(asked))) {
      throw new MalformedReplyException("answers", "are not to the guidelines asked for", "");
    }
    Set<String> failed = new HashSet<>();
    reply.path("failed").forEach(id -> failed.add(id.asText()));
    if (!answers.keySet().containsAll(failed)) {
      throw new MalformedReplyException("failed", "names a guideline that was not asked for", "");
    }
    List<GuidelineResult> results = new ArrayList<>();
    answers.forEach((id, answer) -> results.add(result(id, answer, failed.contains(id))));
    return results;
  }

  /** Leaves every guideline of a reply that cannot be used unanswered. */
  static List<GuidelineResult> unusable(List<String> asked, MalformedReplyException problem) {
    String reason = "The judge's reply cannot be used: " + problem.getMessage() + ".";
    return asked.stream()
        .distinct()
        .map(
            id ->
                GuidelineResult.builder(id, Outcome.UNANSWERED, SOURCE, reason)
                    .cause(Cause.UNUSABLE_REPLY)
                    .build())
        .toList();
  }

  /**
   * Returns each guideline's outcome by more than half of the votes; else it fails. A reply that
   * cannot be used is a vote for unanswered.
   */
  static List<GuidelineResult> majority(List<Verdict> ballots) {
    if (ballots.size() == 1) {
      return ballots.get(0).results();
    }
    List<GuidelineResult> results = new ArrayList<>();
    for (GuidelineResult first : ballots.get(0).results()) {
      List<GuidelineResult> votes =
          ballots.stream()
              .flatMap(ballot -> ballot.results().stream())
              .filter(result -> result.guidelineId().equals(first.guidelineId()))
              .toList();
      results.add(elected(votes));
    }
    return results;
  }

  private static GuidelineResult elected(List<GuidelineResult> votes) {
    Outcome outcome = Outcome.FAIL;
    for (Outcome candidate : List.of(Outcome.PASS, Outcome.UNANSWERED)) {
      if (2 * count(votes, candidate) > votes.size()) {
        outcome = candidate;
      }
    }
    Outcome elected = outcome;
    GuidelineResult example =
        votes.stream().filter(vote -> vote.outcome() == elected).findFirst().orElse(votes.get(0));
    String reason =
        example.reason() + " (" + count(votes, elected) + " of " + votes.size() + " votes)";
    GuidelineResult.Builder result =
        GuidelineResult.builder(example.guidelineId(), elected, SOURCE, reason)
            .hint(elected == Outcome.PASS ? "" : example.hint());
    example.cause().filter(cause -> elected == Outcome.UNANSWERED).ifPresent(result::cause);
    return result.build();
  }

  private static long count(List<GuidelineResult> votes, Outcome outcome) {
    return votes.stream().filter(vote -> vote.outcome() == outcome).count();
  }

  private static GuidelineResult result(String id, JsonNode answer, boolean listedAsFailed) {
    boolean pass = answer.path("pass").asBoolean(false);
    boolean decidable = answer.path("decidable").asBoolean(false);
    String about = answer.path("suggestion").path("about").asText(NONE);
    String change = oneLine(answer.path("suggestion").path("change").asText());
    boolean suggests = !about.equals(NONE);
    if (pass == listedAsFailed && (pass || !decidable)) {
      return failure(
          id, "The judge contradicts itself: its answer and its list of failures disagree.");
    }
    if (pass && (!decidable || suggests)) {
      return failure(
          id, "The judge contradicts itself: it passes what it cannot tell or wants changed.");
    }
    String said = oneLine(answer.path("reason").asText());
    String reason = said.isEmpty() ? "The judge gave no reason." : said;
    if (said.isEmpty() && pass) {
      return failure(id, reason);
    }
    Outcome outcome = pass ? Outcome.PASS : decidable ? Outcome.FAIL : Outcome.UNANSWERED;
    return GuidelineResult.builder(id, outcome, SOURCE, reason)
        .hint(about.equals(NONE) ? "" : about + ": " + change)
        .build();
  }

  private static GuidelineResult failure(String id, String reason) {
    return GuidelineResult.builder(id, Outcome.FAIL, SOURCE, reason).build();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
