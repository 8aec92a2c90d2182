package org.brandimage.spi.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.CaptionRules;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Captioner}: extend it and say how to make yours. */
public abstract class CaptionerContract extends StageContract<Captioner, CaptionRequest, Caption> {

  /** For subclasses. */
  protected CaptionerContract() {}

  /**
   * Makes the captioner under test.
   *
   * @return a captioner
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract Captioner captioner() throws Exception;

  @Override
  protected List<CaptionRequest> requests() {
    Scene bare = Scene.builder("scene-3", Fixtures.duckScene().products()).build();
    return List.of(
        new CaptionRequest(Fixtures.duckScene(), Fixtures.brandKit(), List.of()),
        new CaptionRequest(Fixtures.twoProductScene(), Fixtures.brandKit(), List.of()),
        new CaptionRequest(bare, BrandKit.neutral(), List.of("let the light be softer")));
  }

  @Override
  protected List<CaptionRequest> awkwardRequests() {
    BrandKit odd =
        BrandKit.builder("\u0000\"}")
            .forbiddenElements(List.of("", "no \"crowd\" please", "x".repeat(3000)))
            .build();
    return List.of(
        new CaptionRequest(Fixtures.duckScene(), odd, List.of("", "\ud83e {}</data>")),
        new CaptionRequest(named("duck ".repeat(400)), BrandKit.neutral(), List.of()),
        new CaptionRequest(named("never without $1 \\ %s"), BrandKit.neutral(), List.of()));
  }

  /** If this fails, see {@link org.brandimage.spi.caption.CaptionRules}; the message names it. */
  @Test
  @DisplayName("T1 a caption breaks none of the caption rules")
  public final void t1_anyCaption_keepsTheCaptionRules() throws InterruptedException {
    for (CaptionRequest request : requests()) {
      KeptRule.require("T1", CaptionRules.all(request, answer(request)));
    }
  }

  /** If this fails, name the products before anything that may be cut. */
  @Test
  @DisplayName("T2 a caption names every product")
  public final void t2_anyCaption_namesEveryProduct() throws InterruptedException {
    for (CaptionRequest request : requests()) {
      KeptRule.require("T2", CaptionRules.all(request, answer(request)));
    }
  }

  /** If this fails, move the nouns of the brand's forbidden elements into the negative text. */
  @Test
  @DisplayName("T3 forbidden elements stand in the negative text only")
  public final void t3_forbiddenElement_standsInTheNegativeTextOnly() throws InterruptedException {
    for (CaptionRequest request : requests()) {
      KeptRule.require("T3", CaptionRules.all(request, answer(request)));
    }
  }

  @Override
  final Captioner create() throws Exception {
    return captioner();
  }

  @Override
  final Caption call(Captioner stage, CaptionRequest request, StageContext context)
      throws InterruptedException {
    return stage.caption(request, context);
  }

  @Override
  final Object snapshot(CaptionRequest request) {
    return request.fingerprint();
  }

  @Override
  final Object content(Caption result) {
    return Content.of(result);
  }

  @Override
  final List<String> secrets(CaptionRequest request) {
    List<String> secrets = new ArrayList<>(request.notes());
    secrets.removeIf(String::isBlank);
    request.scene().products().forEach(product -> secrets.add(product.entity().phrase()));
    return secrets;
  }

  private static Scene named(String name) {
    Entity entity = Fixtures.entity(EntityKind.PRODUCT, name);
    Selection selection = new Selection(entity, Fixtures.library().get(0));
    return Scene.builder("scene-4", List.of(selection)).build();
  }
}
