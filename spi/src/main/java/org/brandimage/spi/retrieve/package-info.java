/**
 * Stage 2: an entity becomes the best assets of a media library. Having no match is an answer: the
 * nearest miss comes with it. Cost: local CPU and one text embedding an entity.
 */
@NullMarked
package org.brandimage.spi.retrieve;

import org.jspecify.annotations.NullMarked;
