/** The bundle of all stages that run on one machine, with no account and no network. */
@NullMarked
package org.brandimage.local;

import org.jspecify.annotations.NullMarked;
