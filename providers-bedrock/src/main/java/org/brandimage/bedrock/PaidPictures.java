package org.brandimage.bedrock;

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
 * The pictures of one request, bought in several calls. What has come is never lost to a later
 * call's failure: the rest of the pictures are rejections then, and only a request of which nothing
 * came fails.
 */
final class PaidPictures {
  /** The largest seed an outpainting may name. */
  private static final long SEEDS = 2_147_483_647L;

  private PaidPictures() {}

  /** Buys some of the pictures. */
  @FunctionalInterface
  interface Purchase {
    /**
     * Buys pictures.
     *
     * @param first the index of the first one
     * @param count how many
     * @return pictures and rejections with these indices
     */
    Outpainting buy(int first, int count) throws InterruptedException;
  }

  static Outpainting in(int total, int perCall, Purchase purchase) throws InterruptedException {
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

  static void reject(
      int first, int count, String category, String reason, List<OutpaintRejection> rejections) {
    for (int index = first; index < first + count; index++) {
      rejections.add(new OutpaintRejection(index, category, reason));
    }
  }

  /** Refuses a mask that keeps everything: a service would bill an unchanged picture. */
  static void requireSomethingToGenerate(Mask mask) {
    if (mask.keptPixels() == mask.size().pixels()) {
      throw new UnsupportedInputException("mask keeps every pixel, so nothing can be generated");
    }
  }

  /** Returns the seed of a picture: its request's own for the first, others for the next. */
  static long seed(long seed, int index) {
    return (seed + index) % SEEDS;
  }
}
