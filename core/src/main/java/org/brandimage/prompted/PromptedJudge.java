package org.brandimage.prompted;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.model.LanguageModel;

/**
 * A judge that asks a multimodal model about one picture: for each guideline the reason first, then
 * yes or no, then a suggestion for its correction. Thread-safe.
 *
 * <ul>
 *   <li>"None", "N/A", "No change needed." and similar suggestions mean that there is nothing to
 *       correct; so does a missing suggestion.
 *   <li>An answer that contradicts itself, such as a pass with a suggestion, is a failure.
 *   <li>A reply that breaks its schema, leaves a guideline out or answers one twice leads to a
 *       second request that names the reason. If the second reply is no better, or there is none,
 *       its guidelines are unanswered, never passed.
 *   <li>A guideline that the model declares undecidable is unanswered.
 * </ul>
 *
 * <p>With several votes, the model is asked once per vote, at a temperature of {@value #SPREAD},
 * and a guideline passes when more than half of the votes pass it. Replies differ from call to call
 * even at temperature 0; several votes make the result more stable.
 *
 * <p>Cost: one call with two pictures per vote, two when a reply cannot be used; none when there is
 * no guideline to answer.
 */
public final class PromptedJudge implements QualityJudge, Identified, Priced<JudgeRequest> {
  private static final int MAX_OUTPUT_TOKENS = 4096;
  private static final double SPREAD = 0.4;
  private static final int MOST_VOTES = 15;

  private final ModelQuestion question;
  private final int votes;

  private PromptedJudge(LanguageModel model, Prompt prompt, int votes) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS, Suggestions::tidy);
    this.votes = votes;
    if (votes < 1 || votes > MOST_VOTES || votes % 2 == 0) {
      throw new InvalidInputException("votes", votes, "give an odd number from 1 to " + MOST_VOTES);
    }
  }

  /**
   * Returns a judge of one vote with the bundled prompt {@code judge}.
   *
   * @param model the model; the caller closes it
   * @return the stage
   */
  public static PromptedJudge create(LanguageModel model) {
    return create(model, Prompt.bundled("judge"), 1);
  }

  /**
   * Returns a judge with other instructions and a number of votes.
   *
   * @param model the model; the caller closes it
   * @param prompt {@code Prompt.bundled("judge")}, as it is or with other instructions
   * @param votes an odd number from 1 to 15
   * @return the stage
   * @throws InvalidInputException when the number of votes is even or out of range
   */
  public static PromptedJudge create(LanguageModel model, Prompt prompt, int votes) {
    return new PromptedJudge(model, prompt, votes);
  }

  @Override
  public StageIdentity identity() {
    StageIdentity identity = question.identity("PromptedJudge");
    return new StageIdentity(
        identity.name(), identity.version() + "-votes" + votes, identity.model());
  }

  @Override
  public Cost estimate(JudgeRequest request) {
    Cost cost = Cost.NONE;
    for (int vote = 0; vote < votes && !request.guidelines().isEmpty(); vote++) {
      cost = cost.plus(question.estimateOfAsking(data(request), pictures(request)));
    }
    return cost;
  }

  @Override
  public Verdict judge(JudgeRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    String id = request.candidate().id();
    if (request.guidelines().isEmpty()) {
      return new Verdict(id, List.of());
    }
    List<Verdict> ballots = new ArrayList<>();
    for (int vote = 0; vote < votes; vote++) {
      ballots.add(vote(request, context));
    }
    return new Verdict(id, JudgeAnswers.majority(ballots));
  }

  private Verdict vote(JudgeRequest request, StageContext context) throws InterruptedException {
    try {
      return ask(data(request), request, context);
    } catch (MalformedReplyException first) {
      context.checkActive();
      return voteAgain(request, first, context);
    }
  }

  private Verdict voteAgain(
      JudgeRequest request, MalformedReplyException first, StageContext context)
      throws InterruptedException {
    MalformedReplyException problem = first;
    try {
      return ask(ModelQuestion.again(data(request), first), request, context);
    } catch (MalformedReplyException second) {
      problem = second;
    } catch (BudgetExceededException
        | ProviderThrottledException
        | ProviderUnavailableException
        | UnknownOutcomeException e) {
      // The picture is paid for: that it cannot be asked about again must not lose it.
      problem.addSuppressed(e);
    }
    return new Verdict(
        request.candidate().id(), JudgeAnswers.unusable(guidelineIds(request), problem));
  }

  private Verdict ask(DataBlocks data, JudgeRequest request, StageContext context)
      throws InterruptedException {
    return question.askOnce(
        data,
        pictures(request),
        votes == 1 ? 0 : SPREAD,
        reply ->
            new Verdict(request.candidate().id(), JudgeAnswers.read(reply, guidelineIds(request))),
        context);
  }

  private static List<String> guidelineIds(JudgeRequest request) {
    return request.guidelines().stream().map(Guideline::id).toList();
  }

  private static List<ImageSource> pictures(JudgeRequest request) {
    return List.of(request.image(), request.productLayer());
  }

  private static DataBlocks data(JudgeRequest request) {
    DataBlocks data =
        new DataBlocks()
            .list(
                "products",
                request.scene().products().stream()
                    .map(product -> product.entity().name() + "; " + product.asset().description())
                    .toList())
            .text("caption", request.caption().text());
    // One block a guideline: a statement must not run into the next id.
    request
        .guidelines()
        .forEach(rule -> data.text("guideline", rule.id() + ": " + rule.statement()));
    return data;
  }
}
