/**
 * A stand-in for Amazon Bedrock Runtime on loopback: it speaks the service's REST paths and answers
 * from rules and with composited pictures, so that a reader without an account can run the whole
 * pipeline and see every request. It generates nothing and judges nothing.
 */
@NullMarked
package org.brandimage.examples.standin;

import org.jspecify.annotations.NullMarked;
