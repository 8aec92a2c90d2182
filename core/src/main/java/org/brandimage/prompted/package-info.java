/**
 * Stages that think: decompose, caption, plan, judge and refine with any {@link
 * org.brandimage.spi.model.LanguageModel}. Their prompts and the JSON schemas of the replies are
 * resource files of this package. Whatever comes from a brief, a library or a picture is handed
 * over as data between delimiters that are new for each request; replies are checked against their
 * schema before anything is taken from them. Cost: one call a request, two when a reply has to be
 * asked for again.
 */
@NullMarked
package org.brandimage.prompted;

import org.jspecify.annotations.NullMarked;
