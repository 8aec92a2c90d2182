/**
 * Results that outlive a call: a fingerprint identifies a request, and a {@link
 * org.brandimage.spi.result.ResultStore} makes sure that each fingerprint is paid for once.
 */
@NullMarked
package org.brandimage.spi.result;

import org.jspecify.annotations.NullMarked;
