/**
 * What adapters of remote image models share: pictures encoded to be sent, replies decoded into
 * pictures and cut-outs, and several paid calls joined into one result.
 */
@NullMarked
package org.brandimage.exchange;

import org.jspecify.annotations.NullMarked;
