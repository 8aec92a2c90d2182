package org.brandimage.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.ResultStore;

/** Claims and results for the tests of stores. */
final class StoreFixtures {
  private StoreFixtures() {}

  static ClaimRequest request(String key) {
    return ClaimRequest.builder(key, StageId.OUTPAINT, Kind.PICTURE).tenant("acme").build();
  }

  static ClaimToken granted(ResultStore store, String key) {
    return store.claim(request(key)).token().orElseThrow();
  }

  static Claim.Status status(ResultStore store, String key) {
    return store.claim(request(key)).status();
  }

  /** Returns a result of words. */
  static PaidResult words(int number) {
    Ranking ranking = new Ranking(List.of(new RankedImage("c" + number, number, Map.of())));
    return PaidResult.of(ranking, new Cost(1, number), List.of(), Instant.EPOCH);
  }

  /** Returns a result of one picture, of which no two with different numbers are equal. */
  static PaidResult picture(int number) {
    int[] argb = new int[64 * 64];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | (((i * 31 + number) * 0x9E3779B1) >>> 8);
    }
    ImageSource image = ImageSource.of(RasterImage.of(new Size(64, 64), argb));
    Outpainting painted = new Outpainting(List.of(new OutpaintedImage(0, image, 1)), List.of());
    return PaidResult.of(painted, new Cost(1, number), List.of(), Instant.EPOCH);
  }

  static void complete(ResultStore store, String key, PaidResult result) {
    store.complete(granted(store, key), result);
  }
}
