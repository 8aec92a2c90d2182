/**
 * The files of an ingested library: a catalogue of framed records, one file of vectors for each
 * space, and a manifest that says how much of them is committed. Appended by one writer, read by
 * any number of readers.
 */
@NullMarked
package org.brandimage.local.internal.store;

import org.jspecify.annotations.NullMarked;
