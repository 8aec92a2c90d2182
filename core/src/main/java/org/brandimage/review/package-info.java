/**
 * The review page: one self-contained HTML file in which a person compares finalists and reads why
 * the other candidates were dropped. Everything in it is escaped text; it loads nothing and runs no
 * script.
 */
@NullMarked
package org.brandimage.review;

import org.jspecify.annotations.NullMarked;
