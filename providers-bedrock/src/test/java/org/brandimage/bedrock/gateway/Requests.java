package org.brandimage.bedrock.gateway;

import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.testkit.fake.Compositions;
import org.brandimage.spi.testkit.fake.Fixtures;

/** Requests of the tests, and texts that must show up nowhere. */
public final class Requests {
  public static final String MARKER = "MARKER-prompt-with-a-secret-launch-date";
  public static final Size CANVAS = new Size(320, 320);

  private Requests() {}

  public static OutpaintRequest outpaint(int count) {
    return Compositions.outpaint(CANVAS).count(count).seed(7).build();
  }

  /** A request whose caption must show up nowhere. */
  public static OutpaintRequest marked() {
    OutpaintRequest usual = Compositions.outpaint(CANVAS).build();
    Caption caption =
        Caption.builder("A photograph of " + MARKER, "duck", "table", "kitchen").build();
    return OutpaintRequest.builder(
            usual.candidate(),
            Fixtures.duckScene(),
            caption,
            usual.productLayer(),
            usual.reference(),
            usual.mask())
        .build();
  }

  public static LanguageRequest language() {
    return language("a duck");
  }

  public static LanguageRequest language(String content) {
    return LanguageRequest.builder(
            "Say what is named.",
            content,
            "answer",
            "{\"type\": \"object\", \"properties\": {\"answer\": {\"type\": \"string\"}},"
                + " \"required\": [\"answer\"]}",
            "v7")
        .maxOutputTokens(100)
        .build();
  }
}
