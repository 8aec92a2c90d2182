/**
 * The products of the sample library, modelled as signed distance fields: parts are separate
 * solids, leather panels are layers on a common body, and stitches and grain are bumps.
 */
@NullMarked
package org.brandimage.examples.scenes.products;

import org.jspecify.annotations.NullMarked;
