/**
 * Metrics and observations of pipelines with Micrometer, and its context propagation. All names are
 * in {@link org.brandimage.micrometer.MetricNames}; none of the values of a tag is a customer's
 * word.
 */
@NullMarked
package org.brandimage.micrometer;

import org.jspecify.annotations.NullMarked;
