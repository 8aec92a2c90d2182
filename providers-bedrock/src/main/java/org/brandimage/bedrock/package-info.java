/** The bundle of stages and models served by Amazon Bedrock Runtime. */
@NullMarked
package org.brandimage.bedrock;

import org.jspecify.annotations.NullMarked;
