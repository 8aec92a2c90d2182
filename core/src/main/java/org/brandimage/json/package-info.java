/** JSON read strictly, with errors that name the field, the value and the remedy. */
@NullMarked
package org.brandimage.json;

import org.jspecify.annotations.NullMarked;
