package org.brandimage.pipeline.execution;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.error.StageContractException;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the result of a stage must be before a run uses or keeps it.
 *
 * @param <R> the request
 * @param <T> the result
 * @param id the stage
 * @param type the type of the result
 * @param rules finds the rules that a result breaks
 */
public record ResultContract<R, T>(
    StageId id, Class<T> type, BiFunction<R, @Nullable T, List<BrokenRule>> rules) {
  private static final Set<Class<?>> PICTURES = Set.of(Outpainting.class, Cutout.class);

  /** {@return whether the stage gives pictures or words and numbers} */
  public Kind kind() {
    return PICTURES.contains(type) ? Kind.PICTURE : Kind.TEXT;
  }

  /**
   * Checks a result.
   *
   * @param stage the implementation that gave it
   * @param request the request
   * @param result its result
   * @return the result
   * @throws StageContractException when it breaks a rule
   */
  public T require(Object stage, R request, @Nullable T result) {
    List<BrokenRule> broken = rules.apply(request, result);
    if (result == null || !broken.isEmpty()) {
      throw BrokenRule.failure(id.label(), StageIdentity.of(stage).name(), broken);
    }
    return result;
  }
}
