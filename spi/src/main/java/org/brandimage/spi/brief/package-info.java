/**
 * The request of a customer: the brief, the brand kit with its guidelines, the canvases and the
 * grid. Values are validated on construction and throw {@link
 * org.brandimage.spi.error.InvalidInputException}, since they come from outside.
 */
@NullMarked
package org.brandimage.spi.brief;

import org.jspecify.annotations.NullMarked;
