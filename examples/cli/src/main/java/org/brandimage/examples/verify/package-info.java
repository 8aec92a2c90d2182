/**
 * An independent look at what a run wrote: reads the files only and trusts none of the library's
 * code.
 */
@NullMarked
package org.brandimage.examples.verify;

import org.jspecify.annotations.NullMarked;
