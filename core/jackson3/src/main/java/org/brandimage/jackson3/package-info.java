/** Results, progress and events as JSON with Jackson 3, in the form of {@code run.json}. */
@NullMarked
package org.brandimage.jackson3;

import org.jspecify.annotations.NullMarked;
