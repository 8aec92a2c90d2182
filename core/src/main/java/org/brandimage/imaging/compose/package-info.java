/**
 * Compositing of placed products onto a background, with contact shadows. Sprites are resized and
 * rotated once and drawn many times; the pixels of a product are exactly those of its sprite.
 */
@NullMarked
package org.brandimage.imaging.compose;

import org.jspecify.annotations.NullMarked;
