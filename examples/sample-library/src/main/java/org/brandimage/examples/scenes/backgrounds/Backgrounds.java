package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.picture.LibraryPicture;

/** The library's backgrounds. */
public final class Backgrounds {

  private Backgrounds() {}

  /**
   * All backgrounds.
   *
   * @return the pictures, in the order they are rendered
   */
  public static List<LibraryPicture> all() {
    return List.of(
        SunsetStreet.picture(),
        KitchenTable.picture(),
        LivingRoom.picture(),
        StudioSweep.picture(),
        MorningBeach.picture(),
        NightTerrace.picture());
  }
}
