/**
 * Ports to models that several stages share: language, embeddings, image similarity. Text and
 * pictures in, checked values out; every call reports what it used.
 */
@NullMarked
package org.brandimage.spi.model;

import org.jspecify.annotations.NullMarked;
