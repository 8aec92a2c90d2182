/**
 * Stages from jars that are not part of the command. A jar names its stages in {@code
 * META-INF/services}, under the stage interface, and each has a public constructor without
 * arguments.
 */
@NullMarked
package org.brandimage.examples.plugin;

import org.jspecify.annotations.NullMarked;
