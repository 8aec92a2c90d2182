/**
 * Reading and writing of picture files. Files of unknown origin enter through {@link
 * org.brandimage.imaging.codec.ImageDecoder} only, which bounds the time, memory and bytes that one
 * file can cost; PNG pictures and masks are written fast and the same on every machine.
 */
@NullMarked
package org.brandimage.imaging.codec;

import org.jspecify.annotations.NullMarked;
