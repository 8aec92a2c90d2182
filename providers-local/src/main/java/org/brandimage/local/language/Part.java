package org.brandimage.local.language;

import org.brandimage.spi.decompose.EntityKind;

/**
 * A stretch of a text that names something.
 *
 * @param kind what it names
 * @param start where its phrase begins, articles included
 * @param nameStart where its name begins
 * @param end where it ends, exclusive
 */
record Part(EntityKind kind, int start, int nameStart, int end) {
  Part until(int newEnd) {
    return new Part(kind, start, nameStart, newEnd);
  }
}
