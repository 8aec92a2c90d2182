/**
 * Batches: many briefs run one after the other or side by side into one folder, with a budget of
 * the whole, a report in JSON, and a page that shows every brief. A batch that ended early goes on
 * where it was when it is run again.
 */
@NullMarked
package org.brandimage.batch;

import org.jspecify.annotations.NullMarked;
