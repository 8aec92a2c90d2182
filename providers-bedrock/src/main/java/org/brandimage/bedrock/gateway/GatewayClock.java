package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A clock and a sleep of the gateway, replaced in tests, which need not wait then. */
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
