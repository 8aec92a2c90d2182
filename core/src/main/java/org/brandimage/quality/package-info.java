/**
 * Quality control: guidelines that are answered by measuring a picture, and the policies that turn
 * verdicts into the candidates that pass ({@link org.brandimage.quality.JudgePolicy}). Every check
 * and policy is thread-safe, holds no state and gives the same answer to the same input.
 */
@NullMarked
package org.brandimage.quality;

import org.jspecify.annotations.NullMarked;
