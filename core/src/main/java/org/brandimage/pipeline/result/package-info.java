/**
 * The results of a run: finalists with their pictures, every other candidate with the reason it is
 * not a finalist, and the provenance of all of them. Pictures are opened when asked for.
 */
@NullMarked
package org.brandimage.pipeline.result;

import org.jspecify.annotations.NullMarked;
