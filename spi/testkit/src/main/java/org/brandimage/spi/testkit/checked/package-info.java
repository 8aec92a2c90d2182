/**
 * Stages that wrap another stage and check each of its results at run time, and the rules of
 * results, which the contract tests check too.
 */
@NullMarked
package org.brandimage.spi.testkit.checked;

import org.jspecify.annotations.NullMarked;
