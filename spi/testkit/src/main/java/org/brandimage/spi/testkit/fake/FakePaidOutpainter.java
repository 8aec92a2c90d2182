package org.brandimage.spi.testkit.fake;

import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * An outpainter that behaves as if each picture cost money: it reserves, settles, records its calls
 * and counts them. The pictures are another outpainter's. Thread-safe.
 */
public final class FakePaidOutpainter implements Outpainter, Priced<OutpaintRequest>, Identified {
  /** The price of one picture: one unit, four cents. */
  public static final Cost PRICE = new Cost(1, 40_000);

  private final Outpainter painter;
  private final AtomicInteger calls = new AtomicInteger();

  /** Creates an outpainter with the pictures of {@link FakeOutpainter}. */
  public FakePaidOutpainter() {
    this(new FakeOutpainter());
  }

  /**
   * Creates an outpainter with the pictures, or the failures, of another one. What that one throws
   * costs nothing.
   *
   * @param painter the free outpainter
   */
  public FakePaidOutpainter(Outpainter painter) {
    this.painter = painter;
  }

  /**
   * Returns how many calls were paid for or tried.
   *
   * @return the number of calls that got their reservation
   */
  public int calls() {
    return calls.get();
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("FakePaidOutpainter", "1", "fake-model");
  }

  @Override
  public Cost estimate(OutpaintRequest request) {
    return price(request.count());
  }

  @Override
  public boolean keepsBackground() {
    return painter.keepsBackground();
  }

  @Override
  public Outpainting outpaint(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    Cost most = estimate(request);
    context.checkActive();
    try (CostMeter.Reservation reservation = context.costs().reserve(most)) {
      calls.incrementAndGet();
      Outpainting outpainting = painter.outpaint(request, context);
      Cost actual = price(outpainting.images().size());
      reservation.settle(actual);
      context.record(
          CallRecord.builder("fake", "fake-model")
              .parameter("seed", request.seed())
              .cost(actual)
              .build());
      return outpainting;
    }
  }

  private static Cost price(int pictures) {
    return new Cost(PRICE.units() * pictures, PRICE.microUsd() * pictures);
  }
}
