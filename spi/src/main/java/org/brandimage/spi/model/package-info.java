/**
 * Interfaces to models that several stages share: language, embeddings, image similarity. They take
 * text and pictures and return values that are checked. Every call records the tokens and money it
 * used.
 */
@NullMarked
package org.brandimage.spi.model;

import org.jspecify.annotations.NullMarked;
