/**
 * The rules of results, as checks that any program can run: a list of {@link
 * org.brandimage.spi.contract.BrokenRule}s for a request and its result. A <b>rule</b> is one
 * numbered sentence of {@code spi/CONTRACTS.md}. A pipeline checks the structure of every result
 * with them; contract tests and checked stages of {@code brandimage-spi-testkit} check all.
 */
@NullMarked
package org.brandimage.spi.contract;

import org.jspecify.annotations.NullMarked;
