/**
 * Stage 5: a product in its place becomes whole pictures. A request is made when its turn comes;
 * partial results are ordinary. Cost: local CPU, or one paid image a picture; the dearest stage.
 */
@NullMarked
package org.brandimage.spi.outpaint;

import org.jspecify.annotations.NullMarked;
