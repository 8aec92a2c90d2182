package org.brandimage.pipeline;

/** The version that provenance names; a test holds it equal to the build's. */
final class LibraryVersion {
  static final String CURRENT = "0.1.0-SNAPSHOT";

  private LibraryVersion() {}
}
