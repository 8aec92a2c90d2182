/**
 * Local models: {@link org.brandimage.local.model.ModelStore} finds their files in a folder of
 * yours, {@link org.brandimage.local.model.OnnxModel} runs them, and {@link
 * org.brandimage.local.model.ModelCatalogue} says what each is, under which licence, and where to
 * get it. Nothing is downloaded. The stages on top of them live in {@code org.brandimage.local}.
 */
@NullMarked
package org.brandimage.local.model;

import org.jspecify.annotations.NullMarked;
