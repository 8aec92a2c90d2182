package org.brandimage.pipeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.brandimage.pipeline.execution.ContextPropagation;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** What of the caller's thread reaches the stages, and what never does. */
@Timeout(60)
class CallerContextTest {
  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();
  private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  @Test
  void run_hookGiven_itsContextReachesEveryStageAndNoOtherRun() throws Exception {
    ContextPropagation tenants =
        () -> {
          String tenant = TENANT.get();
          return work ->
              () -> {
                TENANT.set(tenant);
                try {
                  work.run();
                } finally {
                  TENANT.remove();
                }
              };
        };
    try (BrandImagePipeline pipeline =
        seeing(() -> String.valueOf(TENANT.get())).contextPropagation(tenants).build()) {
      TENANT.set("one");
      pipeline.run(BRIEF);
      assertThat(seen).containsExactly("one");
      seen.clear();
      TENANT.set("two");
      pipeline.runAsync(BRIEF).get(30, SECONDS);
      assertThat(seen).containsExactly("two");
      seen.clear();
      TENANT.remove();
      pipeline.runAsync(BRIEF).get(30, SECONDS);
      assertThat(seen).containsExactly("null");
    } finally {
      TENANT.remove();
    }
  }

  @Test
  void run_inheritableValue_reachesNoStage() {
    INHERITED.set("the first run's");
    try (BrandImagePipeline pipeline = seeing(() -> String.valueOf(INHERITED.get())).build()) {
      pipeline.run(BRIEF);

      assertThat(seen).containsExactly("null");
    } finally {
      INHERITED.remove();
    }
  }

  @Test
  void run_logFields_reachStagesAndListenersByDefault() throws Exception {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    try (BrandImagePipeline pipeline =
        seeing(() -> String.valueOf(MDC.get("order")))
            .addListener(event -> heard.add(String.valueOf(MDC.get("order"))))
            .build()) {
      MDC.put("order", "4711");
      pipeline.runAsync(BRIEF).get(30, SECONDS);
      MDC.clear();

      assertThat(seen).containsExactly("4711");
      assertThat(heard).containsExactly("4711");
    }
  }

  @Test
  void run_contextClassLoader_isTheCallers() throws Exception {
    ClassLoader mine = new ClassLoader("mine", getClass().getClassLoader()) {};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (BrandImagePipeline pipeline =
        seeing(() -> Thread.currentThread().getContextClassLoader().getName()).build()) {
      thread.setContextClassLoader(mine);
      pipeline.runAsync(BRIEF).get(30, SECONDS);
    } finally {
      thread.setContextClassLoader(before);
    }

    assertThat(seen).containsExactly("mine");
  }

  @Test
  void run_executorGiven_doesAllWorkOnItAndLeavesItOpen() {
    ExecutorService executor = Executors.newCachedThreadPool(task -> new Thread(task, "mine"));
    try {
      BrandImagePipeline pipeline =
          seeing(() -> Thread.currentThread().getName()).executor(executor).build();
      pipeline.run(BRIEF);
      pipeline.close();

      assertThat(seen).containsExactly("mine");
      assertThat(executor.isShutdown()).isFalse();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void run_executorRejects_isATypedErrorWithTheRemedy() {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete()
            .executor(
                task -> {
                  throw new RejectedExecutionException("full");
                })
            .build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOf(BrandImageException.class)
          .hasMessageContaining("executor")
          .hasMessageContaining("rejected");
    }
  }

  @Test
  void run_hookThatDropsTheWork_failsInsteadOfHanging() {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete().contextPropagation(() -> work -> () -> {}).build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("contextPropagation");
      assertThatThrownBy(() -> pipeline.runAsync(BRIEF).get(10, SECONDS))
          .hasMessageContaining("contextPropagation");
    }
  }

  @Test
  void run_stageIgnoresItsDeadline_isReplacedSoThatTheNextRunWorks() {
    CountDownLatch stubborn = new CountDownLatch(1);
    FakeOutpainter painter = new FakeOutpainter();
    Set<String> painted = ConcurrentHashMap.newKeySet();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                (request, context) -> {
                  if (painted.add("first")) {
                    awaitUninterruptibly(stubborn);
                  }
                  return painter.outpaint(request, context);
                })
            .options(PipelineOptions.builder().threads(1).deadline(Duration.ofSeconds(5)).build())
            .grace(Duration.ofMillis(100))
            .build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOfSatisfying(
              StageTimeoutException.class, e -> assertThat(e.stage()).contains("outpaint"));

      assertThat(pipeline.run(BRIEF).finalists()).hasSize(3);
    } finally {
      stubborn.countDown();
    }
  }

  private PipelineBuilder seeing(Supplier<String> look) {
    return PipelineFixtures.withoutOutpainter()
        .outpainter(PipelineFixtures.before(request -> seen.add(look.get())));
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        // What a badly written stage does.
      }
    }
  }
}
