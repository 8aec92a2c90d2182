/** A service that takes briefs and gives pictures, on Spring Boot 4. */
@NullMarked
package org.brandimage.examples.service;

import org.jspecify.annotations.NullMarked;
