/**
 * Vector search and the media library: rate, recall, build time and memory beside what a user would
 * pick instead.
 */
@NullMarked
package org.brandimage.benchmarks.retrieve;

import org.jspecify.annotations.NullMarked;
