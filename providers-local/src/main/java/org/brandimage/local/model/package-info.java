/**
 * Local models: {@link org.brandimage.local.model.ModelStore} finds their files in a folder of
 * yours, {@link org.brandimage.local.model.OnnxModel} runs them, and {@link
 * org.brandimage.local.model.ModelCatalogue} lists each with its licence and its source. Nothing is
 * downloaded. The stages that use them are in {@code org.brandimage.local.vision} and {@code
 * org.brandimage.local.language}.
 */
@NullMarked
package org.brandimage.local.model;

import org.jspecify.annotations.NullMarked;
