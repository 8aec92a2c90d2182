/** Amazon Nova Canvas: outpainter, cut-out maker and text to image. */
@NullMarked
package org.brandimage.bedrock.canvas;

import org.jspecify.annotations.NullMarked;
