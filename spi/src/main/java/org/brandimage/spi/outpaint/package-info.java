/**
 * Stage 5: generates whole pictures around a placed product. Each request is built just before its
 * call; partial results are normal. Cost: local CPU, or one paid image per picture; this is the
 * most expensive stage.
 */
@NullMarked
package org.brandimage.spi.outpaint;

import org.jspecify.annotations.NullMarked;
