package org.brandimage.pipeline;

import java.util.List;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.refine.Refinement;

/**
 * One time through the stages. Ids of a later round carry its number; what seeds are made of does
 * not, so that work which no refinement touches is the same work in every round.
 *
 * @param number from 1
 * @param refinement all that is done differently from the brief
 * @param change what of it is new in this round
 */
record Round(int number, Refinement refinement, Refinement change) {
  static final Round FIRST = new Round(1, Refinement.NONE, Refinement.NONE);

  /** Returns the round after this one. */
  Round next(Refinement change) {
    return new Round(number + 1, refinement.plus(change), change);
  }

  List<String> notes(StageId stage) {
    return refinement.notes(stage);
  }

  /** Returns a scene's id within the run. */
  String sceneId(int index) {
    return "scene-" + (index + 1) + suffix();
  }

  /** Tells whether a scene is one of this round's. */
  boolean owns(String sceneId) {
    return number == 1 ? !sceneId.contains("-round-") : sceneId.endsWith(suffix());
  }

  /** Returns the same id for the same piece of work of any round. */
  String stable(String id) {
    return suffix().isEmpty() ? id : id.replaceFirst(suffix(), "");
  }

  /** Returns what a picture's seed is made of: a note to the outpainter asks for another. */
  String picture(String id) {
    int again = notes(StageId.OUTPAINT).size();
    return again == 0 ? stable(id) : stable(id) + "#" + again;
  }

  private String suffix() {
    return number == 1 ? "" : "-round-" + number;
  }
}
