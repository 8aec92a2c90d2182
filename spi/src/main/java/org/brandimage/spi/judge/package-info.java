/**
 * Stage 6: produces a result per guideline for a picture. Measured checks run first and the judge
 * is asked only about the guidelines they left unanswered. A policy, not the judge, decides whether
 * a picture passes.
 */
@NullMarked
package org.brandimage.spi.judge;

import org.jspecify.annotations.NullMarked;
