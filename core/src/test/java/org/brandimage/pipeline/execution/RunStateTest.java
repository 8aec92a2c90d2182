package org.brandimage.pipeline.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.spi.context.Budget;
import org.junit.jupiter.api.Test;

class RunStateTest {
  private final RunState state =
      new RunState(
          new RunRef("run", ""),
          CallerContext.capture(ContextPropagation.none()),
          InstantSource.system(),
          null,
          Budget.UNLIMITED);

  @Test
  void register_afterCancel_cancelsAtOnce() {
    AtomicInteger cancelled = new AtomicInteger();
    state.cancel();

    state.register(new Object(), cancelled::incrementAndGet);

    assertThat(cancelled).hasValue(1);
  }

  @Test
  void cancel_registeredAndUnregisteredWork_reachesWhatIsUnderWayOnly() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Object handle = new Object();
    state.register(new Object(), underWay::incrementAndGet);
    state.register(handle, done::incrementAndGet);
    state.unregister(handle);

    state.cancel();

    assertThat(underWay).hasValue(1);
    assertThat(done).hasValue(0);
  }
}
