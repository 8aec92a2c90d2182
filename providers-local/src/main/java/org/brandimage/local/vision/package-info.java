/**
 * Stages that run a neural network on pictures: cut-outs, object detection, classification, picture
 * embeddings and similarity, and learned rankers. Their model files come from a {@link
 * org.brandimage.local.model.ModelStore}.
 */
@NullMarked
package org.brandimage.local.vision;

import org.jspecify.annotations.NullMarked;
