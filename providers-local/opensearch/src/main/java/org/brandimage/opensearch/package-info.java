/**
 * A media library beyond one machine: assets with their embeddings in an OpenSearch index, found by
 * k-NN with filters. {@link org.brandimage.opensearch.OpenSearchAssetIndex} writes it, {@link
 * org.brandimage.opensearch.OpenSearchAssetRetriever} is the stage over it. Pictures stay where
 * they are; the index holds ids, words and vectors.
 */
@NullMarked
package org.brandimage.opensearch;

import org.jspecify.annotations.NullMarked;
