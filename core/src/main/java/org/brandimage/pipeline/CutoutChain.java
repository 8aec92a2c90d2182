package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.brandimage.pipeline.execution.PaidCalls;
import org.brandimage.pipeline.execution.RunContext;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Selection;

/**
 * Cuts out every photo of a product, with the first maker that can. A photo that no maker can cut
 * is left out with a warning as long as another one is usable.
 */
final class CutoutChain {
  private final List<CutoutMaker> makers;
  private final PaidCalls calls;
  private final Consumer<Warning> warnings;

  CutoutChain(List<CutoutMaker> makers, PaidCalls calls, Consumer<Warning> warnings) {
    this.makers = makers;
    this.calls = calls;
    this.warnings = warnings;
  }

  ProductCutouts cutOut(Selection product, RunContext context) throws InterruptedException {
    List<Cutout> cutouts = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (ImageSource photo : product.asset().photos()) {
      try {
        cutouts.add(cutOut(new CutoutRequest(product.asset().id(), photo), context));
      } catch (UnsupportedInputException | UnreadableImageException e) {
        refusals.add(String.valueOf(e.getMessage()));
      }
    }
    if (cutouts.isEmpty()) {
      throw new UnsupportedInputException(
          "product "
              + product.asset().id()
              + ": no photo could be cut out - "
              + String.join("; ", refusals));
    }
    String where = "product " + product.asset().id();
    refusals.forEach(
        refusal -> warnings.accept(new Warning("a photo was left out: " + refusal, where, "")));
    return new ProductCutouts(product, cutouts);
  }

  private Cutout cutOut(CutoutRequest request, RunContext context) throws InterruptedException {
    List<String> refusals = new ArrayList<>();
    for (CutoutMaker maker : makers) {
      try {
        return calls.getOrCall(maker, StageContracts.CUTOUT, request, context, maker::cut);
      } catch (UnsupportedInputException e) {
        refusals.add(
            maker.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + e.getMessage());
      }
    }
    throw refused(request, refusals);
  }

  private static StageException refused(CutoutRequest request, List<String> refusals) {
    return refusals.size() == 1
        ? new UnsupportedInputException(refusals.get(0))
        : new UnsupportedInputException(
            "image " + request.name() + ": " + String.join("; ", refusals));
  }
}
