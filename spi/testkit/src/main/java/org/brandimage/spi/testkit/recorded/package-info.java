/**
 * Recorded results of paid stages: a campaign that was run once with a paid provider becomes a test
 * that makes no call.
 */
@NullMarked
package org.brandimage.spi.testkit.recorded;

import org.jspecify.annotations.NullMarked;
