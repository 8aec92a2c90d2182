/**
 * The sample library's pictures and the program that renders them, {@link
 * org.brandimage.examples.scenes.RenderLibrary}. All pictures are made from the scenes below this
 * package, so nobody else holds rights in them.
 */
@NullMarked
package org.brandimage.examples.scenes;

import org.jspecify.annotations.NullMarked;
