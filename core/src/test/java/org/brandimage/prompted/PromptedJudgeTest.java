package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.testkit.FakeLanguageModel;
import org.brandimage.spi.testkit.TestContext;
import org.brandimage.spi.testkit.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptedJudgeTest {
  private static final List<Guideline> RULE = List.of(Guideline.required("rule-1", "A shadow."));

  /** Three votes, each p(ass), f(ail), u(ndecidable) or b(roken), and what they elect. */
  @ParameterizedTest
  @CsvSource({
    "ppp, PASS",
    "ppf, PASS",
    "pfp, PASS",
    "pff, FAIL",
    "fff, FAIL",
    "ppb, PASS",
    "pbb, FAIL",
    "bbb, FAIL",
    "uuu, UNANSWERED",
    "uup, UNANSWERED",
    "upp, PASS",
    "upf, FAIL",
    "uff, FAIL",
    "ubp, FAIL"
  })
  void judge_threeVotes_decideByMajority(String votes, Outcome expected)
      throws InterruptedException {
    AtomicInteger vote = new AtomicInteger();
    PromptedJudge judge =
        PromptedJudge.create(
            new FakeLanguageModel(request -> reply(request, votes.charAt(vote.getAndIncrement()))),
            Prompt.bundled("judge"),
            3);

    List<GuidelineResult> results =
        judge.judge(PromptedRequests.judge(RULE), TestContexts.active(1)).results();

    assertThat(vote).hasValue(3);
    assertThat(results).singleElement().extracting(GuidelineResult::outcome).isEqualTo(expected);
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
