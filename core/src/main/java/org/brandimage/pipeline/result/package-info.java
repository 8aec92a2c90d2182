/**
 * What comes out of a run: finalists with their pictures, every other candidate with the reason it
 * is not among them, and the provenance of it all. Pictures are opened when asked for.
 */
@NullMarked
package org.brandimage.pipeline.result;

import org.jspecify.annotations.NullMarked;
