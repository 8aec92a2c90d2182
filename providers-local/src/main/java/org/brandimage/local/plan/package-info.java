/**
 * The composition planner: real-world product heights, and camera framings read from the caption.
 */
@NullMarked
package org.brandimage.local.plan;

import org.jspecify.annotations.NullMarked;
