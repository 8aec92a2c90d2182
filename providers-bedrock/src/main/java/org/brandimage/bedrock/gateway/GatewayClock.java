package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The passing of time as the gateway sees it; tests bring their own, so that they need not wait.
 */
interface GatewayClock {
  /** Returns nanoseconds since some fixed moment. */
  long nanoTime();

  /** Waits. */
  void sleep(Duration time) throws InterruptedException;

  static GatewayClock system() {
    return new GatewayClock() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
      }
    };
  }
}
