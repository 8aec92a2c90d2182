/**
 * Results that outlive a call: a fingerprint names a request, and a {@link
 * org.brandimage.spi.result.ResultStore} makes sure that what a fingerprint names is bought once.
 */
@NullMarked
package org.brandimage.spi.result;

import org.jspecify.annotations.NullMarked;
