package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.RetrieveRules;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.jspecify.annotations.Nullable;

/**
 * A {@link AssetRetriever} that checks every call of another one at run time: a broken rule is an
 * {@link AssertionError} with the rule's number. Closing it closes the other one twice.
 * Thread-safe.
 */
public final class CheckedAssetRetriever
    extends CheckedStage<AssetRetriever, RetrieveRequest, Retrieval> implements AssetRetriever {
  /**
   * Wraps a retriever.
   *
   * @param stage the stage to check
   */
  public CheckedAssetRetriever(AssetRetriever stage) {
    super(stage);
  }

  @Override
  public Retrieval retrieve(RetrieveRequest request, StageContext context)
      throws InterruptedException {
    return checked(stage()::retrieve, request, context);
  }

  @Override
  List<BrokenRule> broken(RetrieveRequest request, @Nullable Retrieval result) {
    return RetrieveRules.all(request, result);
  }
}
