/**
 * Stages that prompt a language model: decompose, caption, plan, judge, refine and read backgrounds
 * with any {@link org.brandimage.spi.model.LanguageModel}. Their prompts and the JSON schemas of
 * the replies are resource files of this package. Everything that comes from a brief, a library or
 * a picture is passed as data between delimiters that are new for each request; replies are checked
 * against their schema before any of their values are used. Cost: one call per request, two when
 * the first reply is invalid.
 */
@NullMarked
package org.brandimage.prompted;

import org.jspecify.annotations.NullMarked;
