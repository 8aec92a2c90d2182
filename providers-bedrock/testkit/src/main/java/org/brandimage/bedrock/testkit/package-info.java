/**
 * What Amazon Bedrock Runtime refuses, for servers that stand in for it in tests and examples: JSON
 * Schemas whose every field names its source, the SDK's own model of Converse, and the limits of
 * pictures and masks in the vendors' documents.
 */
@NullMarked
package org.brandimage.bedrock.testkit;

import org.jspecify.annotations.NullMarked;
