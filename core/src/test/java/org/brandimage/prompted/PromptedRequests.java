package org.brandimage.prompted;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.brandimage.spi.testkit.fake.Fixtures;

/** Requests of prompted stages for tests. */
final class PromptedRequests {
  private PromptedRequests() {}

  static JudgeRequest judge(List<Guideline> guidelines) {
    return judge(Fixtures.duckScene(), Fixtures.caption(), guidelines);
  }

  static JudgeRequest judge(Scene scene, Caption caption, List<Guideline> guidelines) {
    ImageSource grey = ImageSource.of(RasterImage.filled(new Size(32, 32), 0xFF808080));
    Candidate candidate =
        new Candidate("c1", List.of(new Placement(0, 0, 8, 8, 0, new Box(8, 8, 8, 8), 0)));
    return JudgeRequest.builder(candidate, grey, grey, scene, caption, guidelines).build();
  }

  /** Returns a scene that says a text wherever a library or a brief can. */
  static Scene scene(String text) {
    Asset duck = Fixtures.library().get(0);
    Entity product = new Entity(EntityKind.PRODUCT, text, text);
    Asset asset =
        Asset.builder(text, EntityKind.PRODUCT, duck.photos())
            .description(text)
            .tags(Set.of(text))
            .attributes(Map.of(text, text))
            .build();
    Asset place =
        Asset.builder(text, EntityKind.BACKGROUND, Fixtures.library().get(3).photos())
            .description(text)
            .tags(Set.of(text))
            .build();
    return Scene.builder("scene-1", List.of(new Selection(product, asset)))
        .setting(new Entity(EntityKind.BACKGROUND, text, text))
        .background(place)
        .themes(List.of(new Entity(EntityKind.THEME, text, text)))
        .themeAssets(List.of(place))
        .build();
  }

  static Caption caption(String text) {
    String within = text.length() <= 1000 ? text : text.substring(0, 1000);
    return Caption.builder(within, text, text, text).lighting(text).build();
  }
}
