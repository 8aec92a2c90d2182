package org.brandimage.pipeline;

/** The version that provenance names, filled in by the build. */
final class LibraryVersion {
  static final String CURRENT = "${project.version}";

  private LibraryVersion() {}
}
