package org.brandimage.benchmarks.retrieve;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What {@link LibraryBenchmark} measures. The runner adds up the shots of a run, so each is to be
 * divided by {@link #shots}.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class OpenedLibrary {
  /** How many shots there were. */
  public long shots;

  /** CPU seconds to open the library and its retriever. */
  public double openSeconds;

  /** CPU seconds of the first search, which makes the codes. */
  public double firstSearchSeconds;

  /** Heap in use by both afterwards in MiB; the mapped files are not among it. */
  public double heapMebibytes;

  /** CPU milliseconds of a later search. */
  public double searchMillis;

  /** The same where a filter keeps one asset in a hundred. */
  public double filteredSearchMillis;

  /** Size of the library's files in MiB. */
  public double diskMebibytes;

  /** For the benchmark runner. */
  public OpenedLibrary() {}
}
