/** Contract tests, deterministic fakes and fixtures for authors of stage implementations. */
@NullMarked
package org.brandimage.spi.testkit;

import org.jspecify.annotations.NullMarked;
