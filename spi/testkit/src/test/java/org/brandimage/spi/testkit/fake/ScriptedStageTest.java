package org.brandimage.spi.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.junit.jupiter.api.Test;

class ScriptedStageTest {
  private static final RankRequest NOTHING = RankRequest.of(List.of());

  private final ScriptedStage<RankRequest, Ranking> script =
      ScriptedStage.over(new FakeRanker()::rank);
  private final Ranker ranker = script::answer;

  @Test
  void answer_withoutEntry_isTheUsualOne() throws InterruptedException {
    assertThat(ranker.rank(NOTHING, TestContexts.active()).images()).isEmpty();
    assertThat(script.calls()).isEqualTo(1);
  }

  @Test
  void failingOn_thatCallOnly_fails() throws InterruptedException {
    script.failingOn(2, () -> new ProviderUnavailableException("down", null, RetryInfo.once(true)));
    ranker.rank(NOTHING, TestContexts.active());
    assertThatExceptionOfType(ProviderUnavailableException.class)
        .isThrownBy(() -> ranker.rank(NOTHING, TestContexts.active()));
    ranker.rank(NOTHING, TestContexts.active());
    assertThat(script.calls()).isEqualTo(3);
  }

  @Test
  void on_rubbish_isReturned() throws InterruptedException {
    script.on(1, (request, context) -> null);
    assertThat(ranker.rank(NOTHING, TestContexts.active())).isNull();
  }

  @Test
  void on_callZero_throwsIllegalArgumentException() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> script.blockingOn(0))
        .withMessageContaining("0");
  }

  @Test
  void blockingOn_interruptedThread_endsWithInterruptedException() throws InterruptedException {
    script.blockingOn(1);
    FutureTask<Ranking> task = new FutureTask<>(() -> ranker.rank(NOTHING, TestContexts.active()));
    Thread thread = new Thread(task, "blocked");
    thread.start();
    script.awaitBlocked();
    assertThat(task.isDone()).isFalse();
    thread.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(task::get)
        .withCauseInstanceOf(InterruptedException.class);
  }
}
