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
 * The pictures of one request, bought in several calls. A later call's failure loses nothing that
 * has come: the rest of the pictures are rejections then, and only a request of which nothing came
 * fails.
 */
public final class PaidPictures {
  /** The largest seed an outpainting may name. */
  private static final long SEEDS = 2_147_483_647L;

  private PaidPictures() {}

  /** A call that buys some of the pictures. */
  @FunctionalInterface
  public interface Purchase {
    /**
     * Buys pictures.
     *
     * @param first the index of the first one
     * @param count how many
     * @return pictures and rejections with these indices
     * @throws InterruptedException when cancelled
     */
    Outpainting buy(int first, int count) throws InterruptedException;
  }

  /**
   * Buys pictures, a few in each call.
   *
   * @param total how many in all
   * @param perCall how many a call buys at most
   * @param purchase buys those of one call
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
   * @param first the index of the first one
   * @param count how many
   * @param category what was objected to
   * @param reason why
   * @param rejections the list they are added to
   */
  public static void reject(
      int first, int count, String category, String reason, List<OutpaintRejection> rejections) {
    for (int index = first; index < first + count; index++) {
      rejections.add(new OutpaintRejection(index, category, reason));
    }
  }

  /**
   * Refuses a mask that keeps everything: a service would bill an unchanged picture.
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
   * Returns the seed of a picture: its request's own for the first, others for the next.
   *
   * @param seed the request's seed
   * @param index the picture's index
   * @return the seed
   */
  public static long seed(long seed, int index) {
    return (seed + index) % SEEDS;
  }
}
