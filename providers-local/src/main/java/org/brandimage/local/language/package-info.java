/**
 * Stages that work on English text: the decomposer and its grammar, the captioner, and the sentence
 * embedder. Also the judge that answers no guideline, for pipelines without a vision model.
 */
@NullMarked
package org.brandimage.local.language;

import org.jspecify.annotations.NullMarked;
