/** Stability AI's image services: outpainter and cut-out maker. */
@NullMarked
package org.brandimage.bedrock.stability;

import org.jspecify.annotations.NullMarked;
