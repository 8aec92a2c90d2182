package org.brandimage.store;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.spi.error.ResultStoreException;

/**
 * A process that fills a store with pictures and says after each that it is kept, until it is
 * killed, has written as many as it was told to, or cannot write any more.
 */
final class StoreWriter {
  static final String FULL = "full";

  private StoreWriter() {}

  public static void main(String[] args) throws IOException {
    int first = Integer.parseInt(args[1]);
    int last = Integer.parseInt(args[2]);
    try (FileResultStore store = FileResultStore.open(Path.of(args[0]))) {
      System.out.println("open");
      for (int i = first; i < last; i++) {
        StoreFixtures.complete(store, "k" + i, StoreFixtures.picture(i));
        System.out.println(i);
      }
      System.out.println("waiting");
      System.in.read();
    } catch (ResultStoreException e) {
      System.out.println(FULL + " " + e.getMessage());
    }
  }
}
