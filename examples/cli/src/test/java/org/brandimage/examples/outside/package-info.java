/** Builds of projects that are not part of this one and take its artifacts from a repository. */
package org.brandimage.examples.outside;
