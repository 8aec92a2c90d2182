/**
 * The caption stage (stage 3), which writes the caption of a scene for a generator. A caption
 * describes, it does not instruct; {@link org.brandimage.spi.caption.CaptionRules} holds all rules.
 * Cost: none, or one call to a language model per scene.
 */
@NullMarked
package org.brandimage.spi.caption;

import org.jspecify.annotations.NullMarked;
