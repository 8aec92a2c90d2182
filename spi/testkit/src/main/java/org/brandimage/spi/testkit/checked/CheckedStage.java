package org.brandimage.spi.testkit.checked;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.testkit.fake.StageCall;
import org.jspecify.annotations.Nullable;

/**
 * A stage around another one that checks the common rules of each call and throws {@link
 * AssertionError} with the number of a broken one. It has the abilities of the stage it wraps: a
 * stage without a price costs nothing, and one that cannot be closed stays open. Closing it closes
 * the wrapped stage twice on purpose.
 *
 * @param <S> the stage
 * @param <Q> its request
 * @param <R> its result
 */
abstract class CheckedStage<S, Q, R> implements Identified, Priced<Q>, AutoCloseable {
  private final S stage;
  private final AtomicBoolean closed = new AtomicBoolean();

  CheckedStage(S stage) {
    this.stage = Objects.requireNonNull(stage, "stage");
  }

  /** The rules that a result breaks; it may be null. */
  abstract List<BrokenRule> broken(Q request, @Nullable R result);

  final S stage() {
    return stage;
  }

  final R checked(StageCall<Q, R> call, Q request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(context, "context");
    if (closed.get()) {
      throw new IllegalStateException("stage is closed: " + identity().name());
    }
    R result = answered(call, request, context);
    List<BrokenRule> broken = broken(request, result);
    if (!broken.isEmpty()) {
      throw new AssertionError(
          identity().name()
              + broken.stream().map(rule -> "\n  " + rule).collect(Collectors.joining()));
    }
    return result;
  }

  private R answered(StageCall<Q, R> call, Q request, StageContext context)
      throws InterruptedException {
    try {
      return call.answer(request, context);
    } catch (BrandImageException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new AssertionError("C7 only BrandImageExceptions escape: " + identity().name(), e);
    }
  }

  /**
   * Returns who the wrapped stage is.
   *
   * @return its identity
   */
  @Override
  public final StageIdentity identity() {
    return StageIdentity.of(stage);
  }

  @Override
  @SuppressWarnings("unchecked") // a stage that is Priced is priced by its own request
  public final Cost estimate(Q request) {
    return stage instanceof Priced<?> ? ((Priced<Q>) stage).estimate(request) : Cost.NONE;
  }

  /** Closes the wrapped stage, twice. */
  @Override
  public final void close() {
    closed.set(true);
    if (stage instanceof AutoCloseable closeable) {
      close(closeable, "a stage can be closed");
      close(closeable, "closing twice is like once");
    }
  }

  private void close(AutoCloseable closeable, String rule) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new AssertionError("C8 " + rule + ": " + identity().name(), e);
    }
  }

  @Override
  public final String toString() {
    return "Checked[" + stage + "]";
  }
}
