package org.brandimage.local.library.source;

import java.nio.file.Path;
import java.util.Comparator;

/** An asset's own photo first, then its further ones: @2 before @10, numbers before words. */
enum PhotoOrder implements Comparator<Path> {
  INSTANCE;

  @Override
  public int compare(Path left, Path right) {
    String a = view(left);
    String b = view(right);
    int byNumber = Long.compare(number(a), number(b));
    if (byNumber != 0) {
      return byNumber;
    }
    int byView = a.compareTo(b);
    return byView != 0 ? byView : left.toString().compareTo(right.toString());
  }

  private static String view(Path file) {
    String name = LibraryScan.baseName(file);
    int at = name.indexOf('@');
    return at <= 0 ? "" : name.substring(at + 1);
  }

  private static long number(String view) {
    if (view.isEmpty()) {
      return -1;
    }
    return view.matches("\\d{1,9}") ? Long.parseLong(view) : Long.MAX_VALUE;
  }
}
