package org.brandimage.pipeline;

import org.brandimage.imaging.Compositor;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.retrieve.Scene;

/** A scene on one canvas with its grid, and what draws the cells of the grid. */
record PlannedScene(
    Scene scene, Caption caption, CanvasSize canvas, CompositionPlan plan, Compositor compositor) {
  /** Returns a candidate's id within the whole run. */
  String idOf(String candidateId) {
    return scene.id() + "." + canvas + "." + candidateId;
  }
}
