package org.brandimage.bedrock.canvas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.brandimage.bedrock.gateway.BedrockPrices;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.wire.JsonDocuments;
import org.brandimage.spi.image.Size;

/**
 * How Nova Canvas is to generate. Immutable.
 *
 * @param quality standard or premium
 * @param cfgScale how strictly the text is followed, from 1.1 to 10; the service's default is 6.5
 * @param mask whether the product is found by its exact mask or by its words
 * @param mode how the border between kept and generated pixels is treated
 */
public record CanvasSettings(Quality quality, double cfgScale, MaskBy mask, Mode mode) {
  /** Standard quality, scale 6.5, the exact mask, precise. */
  public static final CanvasSettings DEFAULT =
      new CanvasSettings(Quality.STANDARD, 6.5, MaskBy.IMAGE, Mode.PRECISE);

  private static final double LEAST_SCALE = 1.1;
  private static final double MOST_SCALE = 10;
  private static final int SMALL = 1024;

  /** The quality of a picture. */
  public enum Quality {
    /** The service's default. */
    STANDARD,
    /** Dearer. */
    PREMIUM
  }

  /** How the service learns what to keep. */
  public enum MaskBy {
    /** The product's exact mask is sent. */
    IMAGE,
    /** The product's nouns are sent, and the service looks for them itself. */
    PROMPT
  }

  /** How the border between kept and generated pixels is treated. */
  public enum Mode {
    /** A smooth transition; leaves a halo when the new background differs much. */
    DEFAULT,
    /** Keeps strictly to the mask; better for another background. */
    PRECISE
  }

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the scale is out of range
   */
  public CanvasSettings {
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(mask, "mask");
    Objects.requireNonNull(mode, "mode");
    if (!(cfgScale >= LEAST_SCALE && cfgScale <= MOST_SCALE)) {
      throw new IllegalArgumentException("cfgScale must be from 1.1 to 10: " + cfgScale);
    }
  }

  /**
   * Returns these settings with another quality.
   *
   * @param quality standard or premium
   * @return settings
   */
  public CanvasSettings withQuality(Quality quality) {
    return new CanvasSettings(quality, cfgScale, mask, mode);
  }

  /**
   * Returns these settings with another way to find the product.
   *
   * @param mask by picture or by words
   * @return settings
   */
  public CanvasSettings withMask(MaskBy mask) {
    return new CanvasSettings(quality, cfgScale, mask, mode);
  }

  /**
   * Returns these settings with another mode.
   *
   * @param mode smooth or precise
   * @return settings
   */
  public CanvasSettings withMode(Mode mode) {
    return new CanvasSettings(quality, cfgScale, mask, mode);
  }

  /** Returns the part of the request that all generating tasks share. */
  ObjectNode config(int images, long seed) {
    ObjectNode config = JsonDocuments.object();
    config.put("numberOfImages", images);
    config.put("quality", quality == Quality.PREMIUM ? "premium" : "standard");
    config.put("cfgScale", BigDecimal.valueOf(cfgScale));
    config.put("seed", seed);
    return config;
  }

  /** Returns what a picture of a size is billed as. */
  Unit unit(Size size) {
    boolean small = size.width() <= SMALL && size.height() <= SMALL;
    if (quality == Quality.PREMIUM) {
      return small ? Unit.IMAGE_PREMIUM_1024 : Unit.IMAGE_PREMIUM_2048;
    }
    return small ? Unit.IMAGE_STANDARD_1024 : Unit.IMAGE_STANDARD_2048;
  }

  /** Tells whether pictures of every size have a price. */
  boolean priced(BedrockPrices prices, String model) {
    return quality == Quality.PREMIUM
        ? prices.knows(model, Unit.IMAGE_PREMIUM_1024, Unit.IMAGE_PREMIUM_2048)
        : prices.knows(model, Unit.IMAGE_STANDARD_1024, Unit.IMAGE_STANDARD_2048);
  }

  /** Returns what provenance keeps. */
  Map<String, String> notes(String task, long seed) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("task", task);
    notes.put("quality", quality.name());
    notes.put("cfgScale", String.valueOf(cfgScale));
    notes.put("mask", mask.name());
    notes.put("mode", mode.name());
    notes.put("seed", String.valueOf(seed));
    return notes;
  }
}
