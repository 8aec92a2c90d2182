/**
 * Stage 6: a picture becomes a result per guideline. Measured checks come first and the judge is
 * asked only what they left unanswered; whether a picture passes is for a policy to decide, not for
 * a judge.
 */
@NullMarked
package org.brandimage.spi.judge;

import org.jspecify.annotations.NullMarked;
