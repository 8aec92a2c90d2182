/**
 * Nearest vectors among many: rows of unit vectors ({@link org.brandimage.local.index.VectorRows})
 * and ways to search them behind one seam ({@link org.brandimage.local.index.VectorIndex}). An
 * exact scan, a scan over 1-bit sketches with exact rescoring (the default), and a graph.
 */
@NullMarked
package org.brandimage.local.index;

import org.jspecify.annotations.NullMarked;
