package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock of several threads that moves only while all of them sleep, as if calls took no time:
 * what happens in a minute is then exact, however busy the machine is.
 */
final class SharedTestClock implements GatewayClock {
  private final List<Long> wakings = new ArrayList<>();
  private int threads;
  private long now;

  SharedTestClock(int threads) {
    this.threads = threads;
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) throws InterruptedException {
    Long waking = now + time.toNanos();
    wakings.add(waking);
    moveIfAllSleep();
    while (now < waking) {
      wait();
    }
    wakings.remove(waking);
  }

  /** Notes that a thread has done its work and sleeps no more. */
  synchronized void leave() {
    threads--;
    moveIfAllSleep();
  }

  synchronized Duration passed() {
    return Duration.ofNanos(now);
  }

  private void moveIfAllSleep() {
    List<Long> asleep = wakings.stream().filter(waking -> waking > now).sorted().toList();
    if (!asleep.isEmpty() && asleep.size() >= threads) {
      now = asleep.get(0);
      notifyAll();
    }
  }
}
