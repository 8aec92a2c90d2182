/**
 * The pipeline that takes one brief through the stages in order, and the settings and results of a
 * run.
 */
@NullMarked
package org.brandimage.pipeline;

import org.jspecify.annotations.NullMarked;
