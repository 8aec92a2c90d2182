package org.brandimage.examples;

import java.nio.file.Path;
import org.brandimage.archive.RunArchive;
import org.brandimage.archive.RunJson;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;

/** Shows a result sent as JSON and read back, with its pictures found by name. */
public final class SendResult {
  private SendResult() {}

  /**
   * Reads a run, makes it JSON and reads that.
   *
   * @param args a folder with a run, as {@link QuickStart} writes it
   */
  public static void main(String[] args) {
    Path out = Path.of(args[0]);
    RunResult result = RunArchive.create().read(out);
    // region send
    RunJson json = RunJson.create();
    String text = json.write(result);
    RunResult again = json.read(text, reference -> picture(out, reference.name()));
    // endregion
    System.out.println(again.finalists().get(0).image().raster().size());
  }

  /** A name from outside must not lead out of the folder. */
  private static ImageSource picture(Path folder, String name) {
    Path file = folder.resolve(name).normalize();
    if (!folder.normalize().equals(file.getParent())) {
      throw new InvalidInputException("picture", name, "name a file in the folder");
    }
    return ImageDecoder.create().open(file, name);
  }
}
