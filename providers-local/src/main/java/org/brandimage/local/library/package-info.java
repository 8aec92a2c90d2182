/**
 * Media libraries and their search: a folder of pictures or an ingested library, the ingest that
 * writes one, its files on disk, and the retriever over either. An ingested library consists of a
 * catalogue of framed records, one file of vectors for each embedding space, and a manifest with
 * the committed lengths; one writer appends, any number of readers read.
 */
@NullMarked
package org.brandimage.local.library;

import org.jspecify.annotations.NullMarked;
