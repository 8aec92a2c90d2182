package org.brandimage.benchmarks.retrieve;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What {@link VectorSearchBenchmark} measures: microseconds of the thread's CPU time a query,
 * recall@5 against the exact scan, and what making an index took. Zero where a way was not tried.
 * The runner adds up the shots of a run, so each is to be divided by {@link #shots}.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class SearchFigures {
  /** How many shots there were. */
  public long shots;

  /** Exact scan. */
  public double exactMicros;

  /** The library's default index. */
  public double quantizedMicros;

  /** Its recall. */
  public double quantizedRecall;

  /** The library's default index where a filter keeps one row in a hundred. */
  public double quantizedFilteredMicros;

  /** Its recall. */
  public double quantizedFilteredRecall;

  /** The exact scan of one row in a hundred. */
  public double exactFilteredMicros;

  /** Graph of hnswlib-core, ef 20. */
  public double hnswlib20Micros;

  /** Its recall. */
  public double hnswlib20Recall;

  /** Graph of hnswlib-core, ef 50. */
  public double hnswlib50Micros;

  /** Its recall. */
  public double hnswlib50Recall;

  /** Graph of hnswlib-core, ef 100. */
  public double hnswlib100Micros;

  /** Its recall. */
  public double hnswlib100Recall;

  /** Graph of hnswlib-core, ef 200. */
  public double hnswlib200Micros;

  /** Its recall. */
  public double hnswlib200Recall;

  /** Graph of JVector, 20 kept. */
  public double jvector20Micros;

  /** Its recall. */
  public double jvector20Recall;

  /** Graph of JVector, 50 kept. */
  public double jvector50Micros;

  /** Its recall. */
  public double jvector50Recall;

  /** Graph of JVector, 100 kept. */
  public double jvector100Micros;

  /** Its recall. */
  public double jvector100Recall;

  /** Graph of JVector, 200 kept. */
  public double jvector200Micros;

  /** Its recall. */
  public double jvector200Recall;

  /** CPU seconds of the process for the codes. */
  public double quantizedBuildSeconds;

  /** CPU seconds of the process for hnswlib-core's graph. */
  public double hnswlibBuildSeconds;

  /** CPU seconds of the process for JVector's graph. */
  public double jvectorBuildSeconds;

  /** Heap of the codes beside the vectors in MiB. */
  public double quantizedHeap;

  /** Heap of hnswlib-core's graph beside the vectors in MiB. */
  public double hnswlibHeap;

  /** Heap of JVector's graph beside the vectors in MiB. */
  public double jvectorHeap;

  /** For the benchmark runner. */
  public SearchFigures() {}
}
