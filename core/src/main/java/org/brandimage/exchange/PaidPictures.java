package org.brandimage.exchange;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * The pictures of one request, paid for in several calls. When a later call fails, the pictures
 * received before are kept and the others become rejections; a request fails only when no picture
 * was received.
 */
public final class PaidPictures {
  /** The largest seed an outpainting may name. */
  private static final long SEEDS = 2_147_483_647L;

  private PaidPictures() {}

  /** A paid call for some of the pictures. */
  @FunctionalInterface
  public interface Purchase {
    /**
     * Makes the call.
     *
     * @param first the index of the first picture
     * @param count the number of pictures
     * @return pictures and rejections with these indices
     * @throws InterruptedException when cancelled
     */
    Outpainting buy(int first, int count) throws InterruptedException;
  }

  /**
   * Makes as many calls as the pictures need.
   *
   * @param total the number of pictures in all
   * @param perCall the largest number of pictures per call
   * @param purchase makes one call
   * @return pictures and rejections, each index once
   * @throws InterruptedException when cancelled
   */
  public static Outpainting in(int total, int perCall, Purchase purchase)
      throws InterruptedException {
    List<OutpaintedImage> images = new ArrayList<>();
    List<OutpaintRejection> rejections = new ArrayList<>();
    for (int first = 0; first < total; first += perCall) {
      int count = Math.min(perCall, total - first);
      try {
        Outpainting part = purchase.buy(first, count);
        images.addAll(part.images());
        rejections.addAll(part.rejections());
      } catch (StageTimeoutException e) {
        throw e;
      } catch (ContentRejectedException e) {
        if (total == count) {
          throw e;
        }
        reject(first, count, e.category(), reason(e), rejections);
      } catch (StageException | BudgetExceededException e) {
        if (images.isEmpty()) {
          throw e;
        }
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        reject(first, total - first, kind, reason(e), rejections);
        break;
      }
    }
    return new Outpainting(images, rejections);
  }

  private static String reason(BrandImageException e) {
    return String.valueOf(e.getMessage());
  }

  /**
   * Adds a rejection for each of some pictures.
   *
   * @param first the index of the first picture
   * @param count the number of pictures
   * @param category the category of the objection
   * @param reason the reason in one sentence
   * @param rejections the list they are added to
   */
  public static void reject(
      int first, int count, String category, String reason, List<OutpaintRejection> rejections) {
    for (int index = first; index < first + count; index++) {
      rejections.add(new OutpaintRejection(index, category, reason));
    }
  }

  /**
   * Checks that a mask has a pixel to generate, since a service would bill an unchanged picture.
   *
   * @param mask the mask
   * @throws UnsupportedInputException when it keeps every pixel
   */
  public static void requireSomethingToGenerate(Mask mask) {
    if (mask.keptPixels() == mask.size().pixels()) {
      throw new UnsupportedInputException("mask keeps every pixel, so nothing can be generated");
    }
  }

  /**
   * {@return the seed of a picture: the request's own for the first, others for the next}
   *
   * @param seed the request's seed
   * @param index the picture's index, from 0
   */
  public static long seed(long seed, int index) {
    return (seed + index) % SEEDS;
  }
}
