/**
 * Results on disk: a folder with the pictures and {@code run.json}, which is versioned and can be
 * read back into a result.
 */
@NullMarked
package org.brandimage.archive;

import org.jspecify.annotations.NullMarked;
