/** The parts of the local stages; not for use from outside this module. */
@NullMarked
package org.brandimage.local.internal;

import org.jspecify.annotations.NullMarked;
