package org.brandimage.micrometer;

/** The names of all meters, observations and tags. */
public final class MetricNames {
  /** Timer of runs, from start to end; tag {@link #OUTCOME}. */
  public static final String RUN = "brandimage.run";

  /** Timer of the time runs were queued. */
  public static final String WAITED = "brandimage.run.waited";

  /** Timer of the steps of runs; tag {@link #STAGE}. */
  public static final String STAGE_TIME = "brandimage.stage";

  /** Counter of rejected candidates by guideline; tag {@link #GUIDELINE}. */
  public static final String REJECTIONS = "brandimage.rejections";

  /** Counter of finalists. */
  public static final String FINALISTS = "brandimage.finalists";

  /** Counter of warnings. */
  public static final String WARNINGS = "brandimage.warnings";

  /** Counter of paid units, such as pictures and calls; tag {@link #STAGE}. */
  public static final String COST_UNITS = "brandimage.cost.units";

  /** Counter of cost in US dollars; tag {@link #STAGE}. */
  public static final String COST_USD = "brandimage.cost.usd";

  /** Gauge of the runs under way. */
  public static final String RUNNING = "brandimage.runs.running";

  /** Gauge of the runs that wait. */
  public static final String QUEUED = "brandimage.runs.queued";

  /** Observation of runs; a name of its own, since a registry may time observations too. */
  public static final String OBSERVED_RUN = "brandimage.pipeline.run";

  /** Observation of the steps of runs; tag {@link #STAGE}. */
  public static final String OBSERVED_STAGE = "brandimage.pipeline.stage";

  /** Tag: {@code finished}, or the simple name of the error. */
  public static final String OUTCOME = "outcome";

  /** Tag: the label of a step, such as {@code outpaint}. */
  public static final String STAGE = "stage";

  /** Tag: the id of a guideline; {@code none} when an error or a provider dropped the candidate. */
  public static final String GUIDELINE = "guideline";

  /** Key of observations with many values: the id of the run. */
  public static final String RUN_ID = "run.id";

  /** Key of observations with many values: the label of the brief. */
  public static final String LABEL = "run.label";

  private MetricNames() {}
}
