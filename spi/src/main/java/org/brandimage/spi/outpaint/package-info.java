/**
 * The outpaint stage (stage 5), which generates whole pictures around placed products. Each request
 * is built just before its call; partial results are normal. Cost: local CPU, or one paid image per
 * picture; this is the most expensive stage.
 */
@NullMarked
package org.brandimage.spi.outpaint;

import org.jspecify.annotations.NullMarked;
