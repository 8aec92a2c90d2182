/**
 * Result stores on disk: a {@link org.brandimage.store.FileResultStore} keeps paid results over the
 * end of the process. It is a journal of claims and results, and a folder of pictures under their
 * digests.
 */
@NullMarked
package org.brandimage.store;

import org.jspecify.annotations.NullMarked;
