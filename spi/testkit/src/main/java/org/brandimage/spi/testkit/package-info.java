/**
 * Contract tests, deterministic fakes and fixtures for authors of stages. Extend the contract of
 * your stage, say how to make it, and every rule of {@code CONTRACTS.md} is a test; a test's number
 * is the rule's. JUnit and AssertJ come with this artifact.
 */
@NullMarked
package org.brandimage.spi.testkit;

import org.jspecify.annotations.NullMarked;
