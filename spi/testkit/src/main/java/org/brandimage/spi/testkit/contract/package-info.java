/**
 * Contract tests for authors of stages. Extend the contract of your stage and say how to make it;
 * every rule of {@code CONTRACTS.md} is then a test, numbered like the rule. JUnit and AssertJ come
 * with this artifact.
 */
@NullMarked
package org.brandimage.spi.testkit.contract;

import org.jspecify.annotations.NullMarked;
