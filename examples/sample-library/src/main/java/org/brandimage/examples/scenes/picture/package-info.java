/** What one picture of the sample library is: its scene, and what its sidecar file says. */
@NullMarked
package org.brandimage.examples.scenes.picture;

import org.jspecify.annotations.NullMarked;
