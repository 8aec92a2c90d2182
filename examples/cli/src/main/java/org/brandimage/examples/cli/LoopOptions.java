package org.brandimage.examples.cli;

import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.RoundOptions;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.quality.JudgePolicy;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of policy, rounds, background, budget and threads that {@code run} and {@code refine}
 * share.
 */
final class LoopOptions {
  private static final double DEFAULT_THRESHOLD = 0.8;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "strict, relaxing, weighted or weighted:SHARE (default: relaxing).")
  private String policy = "relaxing";

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds to try when too little passes (default: 1).")
  private int rounds = 1;

  @Option(
      names = "--outpaint-best",
      paramLabel = "K",
      description = "Outpaint only the K best candidates of each grid (default: all).")
  private int outpaintBest = RoundOptions.ALL;

  @Option(
      names = "--contact-sheet",
      description = "Let a language model score the composites before --outpaint-best chooses.")
  private boolean contactSheet;

  @Option(
      names = "--background-use",
      paramLabel = "USE",
      description =
          "What outpainting may change of the library's background: regenerate (everything), band"
              + " (around the product), keep (only shadow and light) (default: regenerate).")
  private String backgroundUse = "regenerate";

  @Option(
      names = "--scenes-per-brief",
      paramLabel = "N",
      description = "How many backgrounds a brief may show, if as many suit it (default: 1).")
  private int scenesPerBrief = 1;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "The most that a run may spend, in US dollars (default: no limit).")
  private @Nullable String budget;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads, from 1 to 1024 (default: one for each processor).")
  private @Nullable Integer threads;

  /** Returns pipeline options with these filled in. */
  PipelineOptions.Builder pipelineOptions() {
    PipelineOptions.Builder options =
        PipelineOptions.builder()
            .policy(judgePolicy())
            .backgroundUse(use())
            .scenesPerBrief(scenesPerBrief())
            .rounds(new RoundOptions(rounds, outpaintBest, contactSheet));
    if (threads != null) {
      setThreads(options, threads);
    }
    if (budget != null) {
      options.budget(budget("budget", budget));
    }
    return options;
  }

  /** Tells whether a run has a limit of what it may spend. */
  boolean limitsMoney() {
    return budget != null;
  }

  /** Returns the budget that an option names. */
  static Budget budget(String option, String usd) {
    try {
      return Budget.ofUsd(usd);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(option, usd, "give US dollars, such as 2.00");
    }
  }

  private int scenesPerBrief() {
    if (scenesPerBrief < 1 || scenesPerBrief > 26) {
      throw new InvalidInputException(
          "scenes-per-brief", scenesPerBrief, "give a number from 1 to 26");
    }
    return scenesPerBrief;
  }

  private BackgroundUse use() {
    return switch (backgroundUse) {
      case "regenerate" -> BackgroundUse.REGENERATE;
      case "band" -> BackgroundUse.BAND;
      case "keep" -> BackgroundUse.KEEP;
      default ->
          throw new InvalidInputException(
              "background-use", backgroundUse, "give regenerate, band or keep");
    };
  }

  private static void setThreads(PipelineOptions.Builder options, int threads) {
    try {
      options.threads(threads);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("threads", threads, "give a number from 1 to 1024");
    }
  }

  private JudgePolicy judgePolicy() {
    String[] parts = policy.split(":", 2);
    double threshold = parts.length == 2 ? share(parts[1]) : DEFAULT_THRESHOLD;
    if (parts.length == 2 && !parts[0].equals("weighted")) {
      throw unknown();
    }
    return switch (parts[0]) {
      case "strict" -> JudgePolicies.strict();
      case "relaxing" -> JudgePolicies.relaxing();
      case "weighted" -> JudgePolicies.weighted(threshold);
      default -> throw unknown();
    };
  }

  private double share(String text) {
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // told below, with the remedy
    }
    throw unknown();
  }

  private InvalidInputException unknown() {
    return new InvalidInputException(
        "policy", policy, "give strict, relaxing, weighted or weighted:SHARE with 0 to 1");
  }
}
