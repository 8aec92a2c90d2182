/**
 * The assets that a folder of pictures and sidecars, or a CSV table, describes. {@link
 * org.brandimage.local.library.source.AssetSource} reads either.
 */
@NullMarked
package org.brandimage.local.library.source;

import org.jspecify.annotations.NullMarked;
