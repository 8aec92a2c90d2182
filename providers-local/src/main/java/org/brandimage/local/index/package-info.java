/**
 * Nearest vectors among many: rows of unit vectors ({@link org.brandimage.local.index.VectorRows})
 * and ways to search them behind one interface ({@link org.brandimage.local.index.VectorIndex}): an
 * exact scan, a scan over binary codes with exact rescoring (the default), and a graph.
 */
@NullMarked
package org.brandimage.local.index;

import org.jspecify.annotations.NullMarked;
