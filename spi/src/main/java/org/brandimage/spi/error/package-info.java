/**
 * The exception hierarchy: one unchecked root, {@link
 * org.brandimage.spi.error.BrandImageException}, and a subclass per condition a caller can act on.
 * Stages throw {@link org.brandimage.spi.error.StageException}s and, when cancelled, {@link
 * java.lang.InterruptedException}; the pipeline fills in stage, provider and run id once.
 * Programming errors are reported with JDK types.
 *
 * <p>{@link org.brandimage.spi.error.InvalidInputException} means that data from outside cannot be
 * used: a prompt, a canvas, a file, or an option that a person set. {@link
 * java.lang.IllegalArgumentException} means that code passed a value that the documentation
 * excludes.
 */
@NullMarked
package org.brandimage.spi.error;

import org.jspecify.annotations.NullMarked;
