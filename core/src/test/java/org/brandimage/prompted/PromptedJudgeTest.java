package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptedJudgeTest {
  private static final String PROBLEM = "what was wrong with your first reply";
  private static final List<Guideline> RULE = List.of(Guideline.required("rule-1", "A shadow."));

  /** Three votes, each p(ass), f(ail), u(ndecidable) or b(roken twice), and what they elect. */
  @ParameterizedTest
  @CsvSource({
    "ppp, PASS",
    "ppf, PASS",
    "pfp, PASS",
    "pff, FAIL",
    "fff, FAIL",
    "ppb, PASS",
    "pbb, UNANSWERED",
    "fbb, UNANSWERED",
    "pfb, FAIL",
    "bbb, UNANSWERED",
    "uuu, UNANSWERED",
    "uup, UNANSWERED",
    "upp, PASS",
    "upf, FAIL",
    "uff, FAIL",
    "ubp, UNANSWERED"
  })
  void judge_threeVotes_decideByMajority(String votes, Outcome expected)
      throws InterruptedException {
    AtomicInteger vote = new AtomicInteger();
    PromptedJudge judge =
        PromptedJudge.create(
            new FakeLanguageModel(
                request ->
                    Replies.text(request, PROBLEM).isEmpty()
                        ? reply(request, votes.charAt(vote.getAndIncrement()))
                        : "{}"),
            Prompt.bundled("judge"),
            3);

    List<GuidelineResult> results =
        judge.judge(PromptedRequests.judge(RULE), TestContexts.active(1)).results();

    assertThat(vote).hasValue(3);
    assertThat(results).singleElement().extracting(GuidelineResult::outcome).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "None",
        "None.",
        "N/A",
        "n/a",
        "NA",
        "-",
        "",
        "null",
        "Nothing",
        "No change needed.",
        "No changes are required.",
        "no further changes needed",
        "None needed",
        "Not applicable",
        "Nothing to change",
        "Keep it as is.",
        "No suggestions"
      })
  void judge_passThatSaysNothingIsToChange_passes(String words) throws InterruptedException {
    for (ObjectNode suggestion :
        List.of(
            suggestion("none", words),
            suggestion(words, words),
            suggestion("scale", words),
            suggestion(words, "A warmer light."))) {
      GuidelineResult result = judged(true, suggestion);
      assertThat(result.outcome()).as("%s", suggestion).isEqualTo(Outcome.PASS);
      assertThat(result.hint()).isEmpty();
    }
  }

  @Test
  void judge_noSuggestionAtAll_meansNothingToChange() throws InterruptedException {
    for (JsonNode nothing :
        List.of(
            Replies.JSON.nullNode(),
            Replies.JSON.getNodeFactory().textNode("None"),
            Replies.JSON.createObjectNode(),
            Replies.JSON.createObjectNode().putNull("about").putNull("change"))) {
      assertThat(judged(true, nothing).outcome()).as("%s", nothing).isEqualTo(Outcome.PASS);
      assertThat(judged(false, nothing).outcome()).as("%s", nothing).isEqualTo(Outcome.FAIL);
      assertThat(judged(false, nothing).hint()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No shadow under the shoe: add one.",
        "None of the laces should be cut.",
        "Nothing but the shoe should be sharp.",
        "Not so dark",
        "No people"
      })
  void judge_passWithSomethingToChange_contradictsItself(String words) throws InterruptedException {
    GuidelineResult result = judged(true, suggestion("Scale", words));

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.reason()).contains("contradicts itself");
    assertThat(judged(false, suggestion("Scale", words)).hint()).isEqualTo("scale: " + words);
  }

  @Test
  void judge_unusableReply_isAskedForOnceMoreWithTheReason() throws InterruptedException {
    List<LanguageRequest> requests = new ArrayList<>();
    PromptedJudge judge =
        PromptedJudge.create(
            new FakeLanguageModel(
                request -> {
                  requests.add(request);
                  return reply(request, requests.size() == 1 ? 'b' : 'p');
                }));

    List<GuidelineResult> results =
        judge.judge(PromptedRequests.judge(RULE), TestContexts.active(1)).results();

    assertThat(results).singleElement().matches(GuidelineResult::passed);
    assertThat(requests).hasSize(2);
    assertThat(Replies.text(requests.get(1), PROBLEM)).contains("required");
  }

  @Test
  void judge_unusableReplyTwice_leavesTheGuidelineUnanswered() throws InterruptedException {
    FakeLanguageModel model = new FakeLanguageModel(request -> "{}");

    List<GuidelineResult> results =
        PromptedJudge.create(model)
            .judge(PromptedRequests.judge(RULE), TestContexts.active(1))
            .results();

    assertThat(model.calls()).isEqualTo(2);
    assertThat(results)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.UNANSWERED);
              assertThat(result.reason()).contains("cannot be used");
            });
  }

  @Test
  void judge_noMoneyForASecondQuestion_leavesTheGuidelineUnanswered() throws InterruptedException {
    FakeLanguageModel model = new FakeLanguageModel(request -> "{}");
    TestContext context = TestContexts.capped(new Cost(1, Long.MAX_VALUE));

    List<GuidelineResult> results =
        PromptedJudge.create(model).judge(PromptedRequests.judge(RULE), context).results();

    assertThat(model.calls()).isEqualTo(1);
    assertThat(results)
        .singleElement()
        .extracting(GuidelineResult::outcome)
        .isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void estimate_oneVote_coversTheSecondQuestion() {
    FakeLanguageModel model = new FakeLanguageModel(request -> "{}");

    Cost estimate = PromptedJudge.create(model).estimate(PromptedRequests.judge(RULE));

    assertThat(estimate.units()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 2, 17})
  void create_evenOrOutOfRangeVotes_isRefused(int votes) {
    FakeLanguageModel model = new FakeLanguageModel();
    assertThatThrownBy(() -> PromptedJudge.create(model, Prompt.bundled("judge"), votes))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("votes");
  }

  @Test
  void judge_suggestion_becomesAHintThatSaysWhatToChange() throws InterruptedException {
    GuidelineResult result =
        PromptedJudge.create(new FakeLanguageModel(request -> reply(request, 'f')))
            .judge(PromptedRequests.judge(RULE), TestContexts.active(1))
            .results()
            .get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.hint()).isEqualTo("scale: a fifth smaller");
  }

  @Test
  void judge_anyCall_recordsThePromptVersion() throws InterruptedException {
    TestContext context = TestContexts.active(1);
    PromptedJudge.create(new FakeLanguageModel(Replies::sensible))
        .judge(PromptedRequests.judge(RULE), context);

    assertThat(context.calls())
        .singleElement()
        .extracting(CallRecord::promptVersion)
        .isEqualTo(Prompt.bundled("judge").version());
  }

  @Test
  void version_otherInstructions_differs() {
    Prompt bundled = Prompt.bundled("judge");
    Prompt mine = bundled.withInstructions("Be kind.");

    assertThat(mine.version()).isNotEqualTo(bundled.version()).startsWith("judge-");
    assertThat(mine.jsonSchema()).isEqualTo(bundled.jsonSchema());
    assertThat(PromptedJudge.create(new FakeLanguageModel(), mine, 1).identity().version())
        .contains(mine.version());
  }

  private static GuidelineResult judged(boolean pass, JsonNode suggestion)
      throws InterruptedException {
    PromptedJudge judge =
        PromptedJudge.create(
            new FakeLanguageModel(
                request -> {
                  ObjectNode reply = Replies.judge(request);
                  ObjectNode answer = (ObjectNode) reply.get("answers").get(0);
                  answer.put("pass", pass).set("suggestion", suggestion);
                  if (!pass) {
                    ((ArrayNode) reply.get("failed")).add("rule-1");
                  }
                  return reply.toString();
                }));
    return judge.judge(PromptedRequests.judge(RULE), TestContexts.active(1)).results().get(0);
  }

  private static ObjectNode suggestion(String about, String change) {
    return Replies.JSON.createObjectNode().put("about", about).put("change", change);
  }

  private static String reply(LanguageRequest request, char vote) {
    if (vote == 'b') {
      return "{}";
    }
    ObjectNode reply = Replies.judge(request);
    ObjectNode answer = (ObjectNode) reply.get("answers").get(0);
    answer.put("pass", vote == 'p').put("decidable", vote != 'u');
    if (vote != 'p') {
      ((ArrayNode) reply.get("failed")).add("rule-1");
    }
    if (vote == 'f') {
      answer.putObject("suggestion").put("about", "scale").put("change", "a fifth smaller");
    }
    return reply.toString();
  }
}
