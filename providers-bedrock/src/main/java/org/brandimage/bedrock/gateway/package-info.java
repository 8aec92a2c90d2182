/**
 * The connection to Amazon Bedrock Runtime: client, prices, rate limits, retries and typed errors,
 * behind one gateway that all stages share.
 */
@NullMarked
package org.brandimage.bedrock.gateway;

import org.jspecify.annotations.NullMarked;
