/**
 * The judge stage (stage 6), which gives one result per guideline for a picture. Measured checks
 * run first, and the judge answers only the guidelines that they left unanswered. A policy, not the
 * judge, decides whether a picture passes.
 */
@NullMarked
package org.brandimage.spi.judge;

import org.jspecify.annotations.NullMarked;
