/**
 * Stage 3: a scene becomes the caption a generator reads. A caption describes, it does not
 * instruct; {@link org.brandimage.spi.caption.CaptionRules} is the one place where the rules stand.
 * Cost: none, or one call to a language model a scene.
 */
@NullMarked
package org.brandimage.spi.caption;

import org.jspecify.annotations.NullMarked;
