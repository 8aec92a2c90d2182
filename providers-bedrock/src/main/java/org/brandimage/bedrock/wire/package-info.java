/**
 * Calls and JSON bodies as Bedrock Runtime takes them, for the stages of this module. The types
 * here show the AWS SDK and may change in any release.
 */
@NullMarked
package org.brandimage.bedrock.wire;

import org.jspecify.annotations.NullMarked;
