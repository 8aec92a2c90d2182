package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves by sleeping only, so that a storm of a minute passes at once. */
final class TestClock implements GatewayClock {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted");
    }
    // Sleepers sleep side by side, so each moves the clock to the end of its own sleep only.
    long end = nanos.get() + time.toNanos();
    nanos.accumulateAndGet(end, Math::max);
    Thread.onSpinWait();
  }

  Duration passed() {
    return Duration.ofNanos(nanos.get());
  }
}
