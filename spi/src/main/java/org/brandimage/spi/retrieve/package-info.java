/**
 * The retrieve stage (stage 2), which finds the best assets of a media library for an entity. An
 * empty result is valid and includes the nearest miss. Cost: local CPU and one text embedding per
 * entity.
 */
@NullMarked
package org.brandimage.spi.retrieve;

import org.jspecify.annotations.NullMarked;
