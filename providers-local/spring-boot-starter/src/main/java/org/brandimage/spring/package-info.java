/**
 * A pipeline as beans of a Spring Boot application, version 3.5 or 4: {@link
 * org.brandimage.spring.BrandImageAutoConfiguration} says which beans there are, {@link
 * org.brandimage.spring.BrandImageProperties} what can be set.
 */
@NullMarked
package org.brandimage.spring;

import org.jspecify.annotations.NullMarked;
