package org.brandimage.examples.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.brandimage.examples.console.Console;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.RunWarning;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.event.PipelineListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Shows a bar a stage on a terminal, and one line a stage everywhere else. */
final class RunProgress implements PipelineListener, AutoCloseable {
  private static final int REFRESH_MILLIS = 100;

  private final boolean terminal = Ansi.AUTO.enabled();
  private final Console console;
  private @Nullable ProgressBar bar;

  /** Shows the progress of one command. */
  RunProgress(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void onEvent(PipelineEvent event) {
    if (event instanceof StageStarted started && terminal && started.total() > 0) {
      finish();
      bar =
          new ProgressBarBuilder()
              .setTaskName(String.format(Locale.ROOT, "%-9s", started.stage().label()))
              .setInitialMax(started.total())
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .build();
    } else if (event instanceof StageProgress progress && bar != null) {
      bar.stepTo(progress.done());
    } else if (event instanceof StageCompleted completed) {
      completed(completed);
    } else if (event instanceof RunWarning warning) {
      finish();
      console.line("warning: " + warning.warning());
    }
  }

  @Override
  public void close() {
    finish();
  }

  /** Takes the bar away, so that other output can follow. */
  synchronized void finish() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void completed(StageCompleted completed) {
    finish();
    if (!terminal) {
      console.format("%-9s %5d ms", completed.stage().label(), completed.elapsed().toMillis());
    }
  }
}
