/**
 * The places of the sample library, each a scene with an empty foreground for a product to stand
 * in.
 */
@NullMarked
package org.brandimage.examples.scenes.backgrounds;

import org.jspecify.annotations.NullMarked;
