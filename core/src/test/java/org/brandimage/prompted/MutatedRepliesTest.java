package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

/**
 * 200 ways to spoil a reply that passes everything. None may be taken as a pass of the spoilt: a
 * reply that cannot be read, for the second time too, leaves its guidelines unanswered.
 */
class MutatedRepliesTest {
  private static final int GUIDELINES = 4;
  private static final String NEST_OPEN = "{\"a\":";

  @Test
  void judge_unspoiltReply_passesEverything() throws InterruptedException {
    assertThat(judged(reply -> reply)).hasSize(GUIDELINES).allMatch(GuidelineResult::passed);
  }

  @Test
  void judge_twoHundredMutatedReplies_passNone() throws InterruptedException {
    List<UnaryOperator<String>> mutations = mutations();
    assertThat(mutations).hasSizeGreaterThanOrEqualTo(200);
    for (int i = 0; i < mutations.size(); i++) {
      List<GuidelineResult> results = judged(mutations.get(i));
      assertThat(results).as("mutation %d", i).hasSize(GUIDELINES);
      assertThat(results)
          .as("mutation %d", i)
          .allMatch(result -> result.outcome() == Outcome.UNANSWERED)
          .allMatch(result -> result.source().equals("PromptedJudge"));
    }
  }

  @Test
  void judge_oneContradiction_failsThatGuidelineOnly() throws InterruptedException {
    List<GuidelineResult> listed =
        judged(tree(reply -> ((ArrayNode) reply.get("failed")).add("rule-2")));
    List<GuidelineResult> undecidable = judged(answer(1, answer -> answer.put("decidable", false)));
    List<GuidelineResult> suggesting =
        judged(answer(1, answer -> suggestion(answer, "caption", "warmer")));

    for (List<GuidelineResult> results : List.of(listed, undecidable, suggesting)) {
      assertThat(results).filteredOn(GuidelineResult::passed).hasSize(GUIDELINES - 1);
      assertThat(results.get(1).outcome()).isEqualTo(Outcome.FAIL);
      assertThat(results.get(1).reason()).contains("contradicts itself");
    }
  }

  private static List<UnaryOperator<String>> mutations() {
    List<UnaryOperator<String>> all = new ArrayList<>();
    for (String key : List.of("answers", "failed")) {
      all.add(tree(reply -> reply.remove(key)));
      all.add(tree(reply -> reply.putNull(key)));
      all.add(tree(reply -> reply.put(key, "true")));
      all.add(tree(reply -> reply.put(key, 1)));
      all.add(tree(reply -> reply.putObject(key)));
    }
    for (int i = 0; i < GUIDELINES; i++) {
      perAnswer(all, i);
    }
    structural(all);
    limits(all);
    return all;
  }

  private static void perAnswer(List<UnaryOperator<String>> all, int i) {
    for (String key : List.of("guideline", "reason", "decidable", "pass")) {
      all.add(answer(i, answer -> answer.remove(key)));
      all.add(answer(i, answer -> answer.putNull(key)));
    }
    for (String key : List.of("guideline", "reason", "decidable", "pass", "suggestion")) {
      String word = key.equals("reason") ? "" : "true_";
      all.add(answer(i, answer -> answer.put(key, word)));
      all.add(answer(i, answer -> answer.put(key, 1)));
      all.add(answer(i, answer -> answer.putArray(key).add(true)));
    }
    for (String value : List.of("true", "True", "yes", "PASS", "1", "")) {
      all.add(answer(i, answer -> answer.put("pass", value)));
    }
    for (String value : List.of("", "x", "ab")) {
      all.add(answer(i, answer -> answer.put("reason", value)));
    }
    all.add(answer(i, answer -> answer.put("overall", true)));
    all.add(answer(i, answer -> answer.put("Pass", true)));
    all.add(answer(i, answer -> suggestion(answer, "everything", "make it better")));
    all.add(answer(i, answer -> answer.putArray("suggestion")));
    all.add(answer(i, answer -> answer.putObject("suggestion").put("about", 1).put("change", "x")));
    all.add(answer(i, answer -> answer.put("guideline", "rule-9")));
    all.add(answer(i, answer -> answer.put("guideline", "Rule 1")));
    all.add(answer(i, answer -> answer.put("guideline", i == 0 ? "rule-2" : "rule-1")));
    all.add(tree(reply -> ((ArrayNode) reply.get("answers")).remove(i)));
    all.add(tree(reply -> ((ArrayNode) reply.get("answers")).add(reply.get("answers").get(i))));
  }

  private static void structural(List<UnaryOperator<String>> all) {
    for (String whole :
        List.of(
            "",
            " ",
            "null",
            "true",
            "\"pass\"",
            "1",
            "[]",
            "{}",
            "{",
            "}",
            "pass",
            "[true]",
            "{\"pass\":true}",
            "{\"answers\":[],\"failed\":[]}",
            "\u0000",
            "NaN",
            "{\"answers\":}")) {
      all.add(reply -> whole);
    }
    all.add(reply -> reply + reply);
    all.add(reply -> reply + "\n{\"pass\": true}");
    all.add(reply -> reply + " trailing");
    all.add(reply -> "Here you are: " + reply);
    all.add(reply -> "```json\n" + reply + "\n```");
    all.add(reply -> "[" + reply + "]");
    all.add(reply -> "{\"reply\":" + reply + "}");
    all.add(reply -> reply.substring(0, reply.length() - 1));
    all.add(reply -> reply.substring(1));
    all.add(reply -> reply.substring(0, reply.length() / 2));
    all.add(reply -> reply.replace('"', '\''));
    all.add(reply -> reply.replace("true", "True"));
    all.add(reply -> reply.replaceFirst("\"pass\":true", "\"pass\":false,\"pass\":true"));
    all.add(reply -> reply.replaceFirst("\"pass\":true", "\"pass\":true,\"pass\":true"));
    all.add(reply -> reply.replaceFirst("\\{", "{\"failed\":[],"));
    all.add(tree(reply -> reply.put("verdict", "pass")));
    all.add(tree(reply -> reply.put("", true)));
    all.add(tree(reply -> ((ArrayNode) reply.get("failed")).add("rule-9")));
    all.add(tree(reply -> ((ArrayNode) reply.get("failed")).add(true)));
    all.add(reply -> "\uFEFF\uFEFF" + reply);
  }

  private static void limits(List<UnaryOperator<String>> all) {
    all.add(reply -> NEST_OPEN.repeat(10_000) + "1" + "}".repeat(10_000));
    all.add(reply -> "[".repeat(10_000) + "]".repeat(10_000));
    all.add(
        reply ->
            reply.replaceFirst("\\{", "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + ","));
    all.add(reply -> reply + " ".repeat(10 << 20));
    all.add(reply -> reply.replaceFirst("It is so\\.", "x".repeat(10 << 20)));
    all.add(reply -> reply.replaceFirst("It is so\\.", "x".repeat(2000)));
    all.add(reply -> "{\"answers\":[" + "{},".repeat(3_000_000) + "{}],\"failed\":[]}");
    all.add(reply -> "{\"answers\":" + "9".repeat(100_000) + "}");
    all.add(reply -> "{\"answers\":1e999999999,\"failed\":[]}");
    all.add(answer(0, answer -> answer.put("guideline", "a".repeat(5000))));
  }

  private static List<GuidelineResult> judged(UnaryOperator<String> mutation)
      throws InterruptedException {
    PromptedJudge judge =
        PromptedJudge.create(
            new FakeLanguageModel(request -> mutation.apply(Replies.judge(request).toString())));
    return judge.judge(request(), TestContexts.active(1)).results();
  }

  private static JudgeRequest request() {
    List<Guideline> rules =
        Stream.of(1, 2, 3, 4).map(i -> Guideline.required("rule-" + i, "Rule " + i)).toList();
    return PromptedRequests.judge(rules);
  }

  private static UnaryOperator<String> tree(Consumer<ObjectNode> change) {
    return reply -> {
      try {
        ObjectNode root = (ObjectNode) Replies.JSON.readTree(reply);
        change.accept(root);
        return root.toString();
      } catch (java.io.IOException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static UnaryOperator<String> answer(int index, Consumer<ObjectNode> change) {
    return tree(reply -> change.accept((ObjectNode) reply.get("answers").get(index)));
  }

  private static void suggestion(ObjectNode answer, String about, String change) {
    answer.putObject("suggestion").put("about", about).put("change", change);
  }
}
