/** Not API. May change in any release. */
@NullMarked
package org.brandimage.local.internal;

import org.jspecify.annotations.NullMarked;
