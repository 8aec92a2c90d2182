package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The rules C1 to C15 every stage obeys, as tests. Extend the contract of your stage, not this
 * class. Each test gets its own stage, which is closed afterwards if it can be.
 *
 * @param <S> the stage
 * @param <Q> its request
 * @param <R> its result
 */
public abstract class StageContract<S, Q, R> {
  /** The seed of every context that is not asked for another. */
  static final long SEED = 42;

  /** The size of {@link #largeRequests()}. */
  static final Size LARGE = new Size(4096, 3072);

  private @Nullable S stage;

  StageContract() {}

  /**
   * Tells whether equal requests with equal seeds get equal results.
   *
   * @return true unless overridden
   */
  protected boolean deterministic() {
    return true;
  }

  /**
   * Tells whether the factory makes a new stage at each call. Answer false for a stage that is too
   * expensive to make for each test and is shared; it is then not closed, and C8 is not tested.
   *
   * @return true unless overridden
   */
  protected boolean fresh() {
    return true;
  }

  /**
   * Returns how long four threads may take over all sample requests.
   *
   * @return one minute unless overridden
   */
  protected Duration patience() {
    return Duration.ofMinutes(1);
  }

  /**
   * Returns requests the stage must answer.
   *
   * @return at least one; from {@link Fixtures} unless overridden
   */
  protected abstract List<Q> requests();

  /**
   * Returns valid but unusual requests, which the stage answers or refuses with a {@link
   * BrandImageException}.
   *
   * @return at least one; from {@link Fixtures} unless overridden
   */
  protected abstract List<Q> awkwardRequests();

  /**
   * Makes a stage like the one under test whose service is down: at its address, no server listens.
   *
   * @return a stage for this test alone; empty unless overridden, for a stage that calls no service
   * @throws Exception when it cannot be made; the test fails then
   */
  protected Optional<S> withServiceDown() throws Exception {
    return Optional.empty();
  }

  /**
   * Makes a stage like the one under test whose service is at an address of the kit's, where it
   * receives requests and never answers.
   *
   * @param address over HTTP on this machine, without a path
   * @return a stage for this test alone; empty unless overridden, for a stage that calls no service
   * @throws Exception when it cannot be made; the test fails then
   */
  protected Optional<S> withServiceAt(URI address) throws Exception {
    return Optional.empty();
  }

  abstract S create() throws Exception;

  abstract R call(S stage, Q request, StageContext context) throws InterruptedException;

  /** What two equal requests have in common. */
  abstract Object snapshot(Q request);

  /** What two equal results have in common; pictures as pixels. */
  abstract Object content(R result);

  /** Texts of customers and prompts, which must not show up in messages. */
  abstract List<String> secrets(Q request);

  /** Requests whose pictures have {@link #LARGE} pixels; none for a stage that takes no picture. */
  List<Q> largeRequests() {
    return List.of();
  }

  /** A request like this one with other pictures; the same one for a stage that takes none. */
  Q withPictures(Q request, UnaryOperator<ImageSource> change) {
    return request;
  }

  /** Makes the stage under test. */
  @BeforeEach
  final void createStage() throws Exception {
    stage = create();
  }

  /** Closes the stage under test. */
  @AfterEach
  final void closeStage() throws Exception {
    Thread.interrupted();
    if (fresh() && stage instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  final S stage() {
    return Objects.requireNonNull(stage, "stage");
  }

  final R answer(Q request) throws InterruptedException {
    return answer(request, TestContexts.active(SEED));
  }

  final R answer(Q request, StageContext context) throws InterruptedException {
    R result = call(stage(), request, context);
    assumeTrue(result != null, "C1 covers missing results");
    return result;
  }

  /** If this fails, look at the branches that return null. */
  @Test
  @DisplayName("C1 a result is never null")
  public final void c1_anyRequest_resultIsThere() throws InterruptedException {
    for (Q request : requests()) {
      assertThat((Object) call(stage(), request, TestContexts.active(SEED))).isNotNull();
    }
  }

  /** If this fails, look for a missing {@code Objects.requireNonNull} at the method's start. */
  @Test
  @DisplayName("C2 a missing argument is a NullPointerException")
  public final void c2_nullArgument_throwsNullPointerException() {
    assertThatExceptionOfType(NullPointerException.class)
        .as("null request")
        .isThrownBy(() -> call(stage(), absent(), TestContexts.active(SEED)));
    assertThatExceptionOfType(NullPointerException.class)
        .as("null context")
        .isThrownBy(() -> call(stage(), requests().get(0), absent()));
  }

  /** If this fails, look for a place that writes to what it was given. */
  @Test
  @DisplayName("C3 a request is unchanged afterwards")
  public final void c3_anyRequest_staysAsItWas() throws InterruptedException {
    for (Q request : requests()) {
      Object before = snapshot(request);
      call(stage(), request, TestContexts.active(SEED));
      assertThat(snapshot(request)).isEqualTo(before);
    }
  }

  /** If this fails, look for unseeded randomness, hash order, or state kept between calls. */
  @Test
  @DisplayName("C4 the same request and seed give an equal result")
  public final void c4_sameRequestAndSeed_givesEqualResult() throws InterruptedException {
    assumeTrue(deterministic(), "not deterministic");
    assertThat(answers(requests())).isEqualTo(answers(requests()));
  }

  /** If this fails, look for fields that are written during a call. */
  @Test
  @DisplayName("C5 four threads get the answers one thread gets")
  public final void c5_fourThreads_getTheSameAnswers() throws Exception {
    List<Q> requests = requests();
    List<Object> expected = answers(requests);
    for (List<Object> answers : Crowd.ask(4, patience(), () -> answers(requests))) {
      assertThat(answers).hasSameSizeAs(expected);
      if (deterministic()) {
        assertThat(answers).isEqualTo(expected);
      }
    }
  }

  /** If this fails, call {@link StageContext#checkActive} before any work and let it through. */
  @Test
  @DisplayName("C6 a cancelled run ends with InterruptedException within a second")
  public final void c6_cancelledRun_throwsInterruptedException() {
    Q request = requests().get(0);
    Interruption.endsSoon(
        "cancelled context", () -> call(stage(), request, TestContexts.cancelled()));
    Interruption.endsSoon(
        "interrupted thread",
        () -> {
          Thread.currentThread().interrupt();
          call(stage(), request, TestContexts.active(SEED));
        });
  }

  /** If this fails, wrap what the implementation's libraries throw, or mend the edge case. */
  @Test
  @DisplayName("C7 only BrandImageExceptions escape")
  public final void c7_awkwardRequest_isAnsweredOrRefusedWithATypedError()
      throws InterruptedException {
    for (Q request : awkwardRequests()) {
      try {
        call(stage(), request, TestContexts.active(SEED));
      } catch (RuntimeException e) {
        assertThat(e).as("%s", request).isInstanceOf(BrandImageException.class);
      }
    }
  }

  /** If this fails, guard {@code close} with a flag and ask it at the start of each call. */
  @Test
  @DisplayName("C8 closing twice is like once, and a closed stage throws IllegalStateException")
  public final void c8_closedStage_canBeClosedAgainButNotUsed() {
    assumeTrue(fresh() && stage() instanceof AutoCloseable, "nothing to close");
    AutoCloseable closeable = (AutoCloseable) stage();
    assertThatCode(closeable::close).as("first close").doesNotThrowAnyException();
    assertThatCode(closeable::close).as("second close").doesNotThrowAnyException();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> call(stage(), requests().get(0), TestContexts.active(SEED)));
  }

  /** If this fails, name the field at fault in messages, not its text. */
  @Test
  @DisplayName("C9 neither the stage's text nor its errors hold a customer's words")
  public final void c9_texts_holdNoPrompt() throws InterruptedException {
    List<Q> requests = new ArrayList<>(requests());
    requests.addAll(awkwardRequests());
    for (Q request : requests) {
      String message = "";
      try {
        call(stage(), request, TestContexts.active(SEED));
      } catch (RuntimeException e) {
        message = e.toString();
      }
      for (String secret : secrets(request)) {
        assertThat(stage().toString()).doesNotContain(secret);
        assertThat(message).doesNotContain(secret);
      }
    }
  }

  /** If this fails, call {@link StageContext#checkActive} before any work and let it through. */
  @Test
  @DisplayName("C10 a run past its deadline ends with StageTimeoutException")
  public final void c10_expiredRun_throwsStageTimeoutException() {
    assertThatExceptionOfType(StageTimeoutException.class)
        .isThrownBy(() -> call(stage(), requests().get(0), TestContexts.expired()));
  }

  /** If this fails, reserve in a try-with-resources and settle when the reply is there. */
  @Test
  @DisplayName("C11 cost is reserved before and settled after, and never above the estimate")
  public final void c11_anyRequest_leavesNoReservation() throws InterruptedException {
    for (Q request : requests()) {
      TestContext context = TestContexts.active(SEED);
      call(stage(), request, context);
      assertThat(context.costs().reserved()).as("reserved").isEqualTo(Cost.NONE);
      if (stage() instanceof Priced<?> priced) {
        Cost most = estimate(priced, request);
        PaidCalls.within(most, context);
        PaidCalls.refusedWithoutBudget(most, poor -> call(stage(), request, poor));
      }
    }
  }

  /** If this fails, look for a catch of InterruptedException, and for work without a look. */
  @Test
  @DisplayName("C12 a run cancelled during a call ends soon, without a reservation left")
  public final void c12_runCancelledDuringTheCall_endsSoon() throws InterruptedException {
    for (Q request : requests()) {
      CancellingContext counting = CancellingContext.onDemand();
      call(stage(), request, counting);
      for (int look : counting.sample()) {
        Interruption.endsSoonMidway(
            "cancelled at look " + look + " of " + counting.looks(),
            () -> CancellingContext.atLook(look),
            context -> call(stage(), request, context));
      }
      cancelledWhileReading("a picture", request);
    }
    for (Q request : largeRequests()) {
      cancelledWhileReading("a large picture", request);
    }
  }

  /** If this fails, look for a limit that is found out by failing, or for memory per pixel. */
  @Test
  @DisplayName("C13 a picture of 4,096 x 3,072 pixels is answered or refused with a typed error")
  public final void c13_largePicture_isAnsweredOrRefusedWithATypedError()
      throws InterruptedException {
    List<Q> requests = largeRequests();
    assumeTrue(!requests.isEmpty(), "takes no picture");
    for (Q request : requests) {
      try {
        call(stage(), request, TestContexts.active(SEED));
      } catch (RuntimeException e) {
        assertThat(e).isInstanceOf(BrandImageException.class);
      }
    }
  }

  /** If this fails, map a refused connection to ProviderUnavailableException. */
  @Test
  @DisplayName("C14 a service that is down is unavailable within seconds, and nothing is spent")
  public final void c14_serviceDown_throwsProviderUnavailableException() throws Exception {
    Optional<S> down = withServiceDown();
    assumeTrue(down.isPresent(), "no service: a local stage, or withServiceDown is not overridden");
    RemoteCalls.failsWhenDown(down.get(), c -> call(down.get(), requests().get(0), c));
  }

  /** If this fails, let an interruption end the wait, or wait in short steps and look between. */
  @Test
  @DisplayName("C15 a run cancelled while its service is silent ends within a second")
  public final void c15_runCancelledWhileItsServiceIsSilent_endsSoon() throws Exception {
    try (SilentService service = SilentService.start()) {
      Optional<S> asking = withServiceAt(service.address());
      assumeTrue(asking.isPresent(), "no service: a local stage, or withServiceAt not overridden");
      RemoteCalls.endsWhenCancelled(
          service, asking.get(), c -> call(asking.get(), requests().get(0), c));
    }
  }

  private void cancelledWhileReading(String what, Q request) {
    Interruption.endsSoonMidway(
        "cancelled while " + what + " is read",
        CancellingContext::onDemand,
        context ->
            call(
                stage(),
                withPictures(request, picture -> new WatchedPicture(picture, context::cancel)),
                context));
  }

  private List<Object> answers(List<Q> requests) throws InterruptedException {
    List<Object> answers = new ArrayList<>();
    for (Q request : requests) {
      answers.add(content(answer(request)));
    }
    return answers;
  }

  @SuppressWarnings("unchecked") // a stage that is Priced is priced by its own request
  private Cost estimate(Priced<?> priced, Q request) {
    return ((Priced<Q>) priced).estimate(request);
  }

  /** A missing argument, which the compiler's null check would rightly refuse. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  static <T> T absent() {
    return null;
  }
}
