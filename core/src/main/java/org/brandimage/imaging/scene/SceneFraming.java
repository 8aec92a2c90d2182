package org.brandimage.imaging.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.brandimage.imaging.scene.GroundSearch.Spot;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneView;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the part of a photo that a canvas shows. Every part has the canvas' shape; those
 * tried differ in size, down to where a pixel of the photo would become {@value #MOST_ENLARGED}
 * pixels of the canvas, and in place. The best one has free ground for the products at their real
 * size, a horizon in the upper half, and shows as much of the photo as it can. Stateless.
 */
public final class SceneFraming {
  /** More than so many pixels of the canvas from one of the photo look soft. */
  public static final double MOST_ENLARGED = 1.5;

  private static final double ZOOM_STEP = 0.84;
  private static final int ZOOMS = 7;
  private static final int PLACES = 5;
  private static final int LATTICE = 12;
  private static final double HIGHEST_GROUND = 0.5;

  private SceneFraming() {}

  /**
   * Chooses the part of a photo.
   *
   * @param map what the photo shows
   * @param canvas the size of the picture
   * @param heightsCm the real height of each product, above 0
   * @param aspects the width of each product over its height, above 0
   * @param safeMargin the margin that products stay out of, from 0 to 0.4
   * @return the best part; the largest one in the middle when nothing can stand anywhere
   */
  public static SceneFit of(
      SceneMap map,
      CanvasSize canvas,
      List<Double> heightsCm,
      List<Double> aspects,
      double safeMargin) {
    StandingProducts products = new StandingProducts(heightsCm, aspects);
    GroundSupport support = GroundSupport.of(map);
    Box safe = safeBox(canvas.size(), safeMargin);
    List<SceneFit> fits = new ArrayList<>();
    for (Box crop : crops(map.photo(), canvas.size())) {
      SceneView view = SceneView.of(map, crop, canvas.size());
      GroundSearch search = new GroundSearch(view, support, products, safe, List.of());
      Spot best = best(search, canvas, safe);
      double framed = kept(view) * level(view);
      fits.add(
          best == null
              ? new SceneFit(view, 0, 0, 0)
              : new SceneFit(view, best.support(), best.sized().seen(), best.score() * framed));
    }
    return fits.stream().max(Comparator.comparingDouble(SceneFit::score)).orElseThrow();
  }

  private static @Nullable Spot best(GroundSearch search, CanvasSize canvas, Box safe) {
    double top = HIGHEST_GROUND * canvas.height();
    return search.spots(0, canvas.width(), top, safe.bottom() + 1, LATTICE, 1).stream()
        .max(Comparator.comparingDouble(Spot::score))
        .orElse(null);
  }

  /** Returns the box within the margins of a canvas. */
  static Box safeBox(Size canvas, double margin) {
    int across = (int) Math.ceil(canvas.width() * margin);
    int down = (int) Math.ceil(canvas.height() * margin);
    return new Box(
        across,
        down,
        Math.max(1, canvas.width() - 2 * across),
        Math.max(1, canvas.height() - 2 * down));
  }

  /** Returns the parts to try, the largest in the middle first. */
  private static List<Box> crops(Size photo, Size canvas) {
    double shape = canvas.width() / (double) canvas.height();
    double widest = Math.min(photo.width(), photo.height() * shape);
    double narrowest = Math.min(widest, canvas.width() / MOST_ENLARGED);
    List<Box> crops = new ArrayList<>();
    double width = widest;
    for (int zoom = 0; zoom < ZOOMS && width >= narrowest * 0.999; zoom++) {
      int across = (int) Math.max(1, Math.min(photo.width(), Math.round(width)));
      int down = (int) Math.max(1, Math.min(photo.height(), Math.round(width / shape)));
      for (double y : places(photo.height() - down)) {
        for (double x : places(photo.width() - across)) {
          crops.add(new Box((int) x, (int) y, across, down));
        }
      }
      width *= ZOOM_STEP;
    }
    return crops;
  }

  /** Returns offsets within a slack, the middle first. */
  private static List<Double> places(int slack) {
    if (slack == 0) {
      return List.of(0.0);
    }
    List<Double> places = new ArrayList<>(List.of(Math.floor(slack / 2.0)));
    for (int i = 0; i < PLACES; i++) {
      double place = Math.floor(slack * i / (PLACES - 1.0));
      if (!places.contains(place)) {
        places.add(place);
      }
    }
    return places;
  }

  /** Returns a factor that falls with what of the photo is not shown. */
  private static double kept(SceneView view) {
    Size photo = view.map().photo();
    double shape = view.crop().width() / (double) view.crop().height();
    double widest = Math.min(photo.width(), photo.height() * shape);
    return Math.pow(view.crop().width() / widest, 0.25);
  }

  /** Returns a factor that falls when a known horizon leaves the upper part of the picture. */
  private static double level(SceneView view) {
    if (view.map().horizon().isEmpty()) {
      return 1;
    }
    double shown = view.crop().height() / (double) view.map().photo().height();
    double horizon = (view.map().horizon().getAsDouble() - top(view)) / shown;
    // A strip cannot hold both horizon and ground: what it leaves out above counts by the photo.
    double above = Math.max(0, 0.1 - horizon) * shown;
    double off = Math.max(above, Math.max(0, horizon - 0.6));
    return Math.exp(-3 * off);
  }

  private static double top(SceneView view) {
    return view.crop().y() / (double) view.map().photo().height();
  }
}
