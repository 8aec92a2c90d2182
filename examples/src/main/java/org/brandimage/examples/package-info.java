/** Runnable examples, each showing one way to use the pipeline. */
@NullMarked
package org.brandimage.examples;

import org.jspecify.annotations.NullMarked;
