/**
 * Interfaces to models that several stages share: language, embeddings, image similarity. They take
 * text and pictures and return checked values; every call reports what it used.
 */
@NullMarked
package org.brandimage.spi.model;

import org.jspecify.annotations.NullMarked;
