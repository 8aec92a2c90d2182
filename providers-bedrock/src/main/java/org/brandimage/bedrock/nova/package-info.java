/** Amazon Nova's language models and picture editor, and the embedders of Nova and Titan. */
@NullMarked
package org.brandimage.bedrock.nova;

import org.jspecify.annotations.NullMarked;
