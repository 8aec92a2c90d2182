/**
 * Stages that wrap another stage and check each of its results with all rules of {@link
 * org.brandimage.spi.contract}; a broken rule is an {@link java.lang.AssertionError}.
 */
@NullMarked
package org.brandimage.spi.testkit.checked;

import org.jspecify.annotations.NullMarked;
