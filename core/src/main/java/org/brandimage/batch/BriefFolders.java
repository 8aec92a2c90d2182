package org.brandimage.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.result.Fingerprint;

/**
 * The names of the folders of briefs: the label where it can be a file's name on every system, a
 * shortened label with a hash of it elsewhere, and the number of a brief without a label.
 */
final class BriefFolders {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}(?<!\\.)");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> OWN_FILES =
      Set.of(BatchReport.BATCH_JSON, BatchReport.INDEX_HTML, BatchLock.FILE_NAME);
  private static final int LONGEST_SLUG = 60;
  private static final int HASH_DIGITS = 10;

  private BriefFolders() {}

  /**
   * Returns a name per brief. Names differ in more than case, since some file systems ignore it.
   *
   * @throws InvalidInputException when two briefs have the same label
   */
  static List<String> of(List<CampaignBrief> briefs) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (CampaignBrief brief : briefs) {
      int number = names.size() + 1;
      String name = brief.label().isEmpty() ? numbered(number) : of(brief.label());
      Integer same = numbers.putIfAbsent(name.toLowerCase(Locale.ROOT), number);
      if (same != null) {
        throw new InvalidInputException(
            "label",
            brief.label().isEmpty() ? name : brief.label(),
            "give each brief a label of its own; briefs "
                + same
                + " and "
                + number
                + " have the same");
      }
      names.add(name);
    }
    return names;
  }

  /** Returns whether a name can be that of a brief's folder; others never leave the batch's. */
  static boolean isName(String name) {
    return PLAIN.matcher(name).matches()
        && !DEVICE.matcher(name).matches()
        && !OWN_FILES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String of(String label) {
    if (isName(label)) {
      return label;
    }
    String slug = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String hash = Fingerprint.of("label").add(label).toHex().substring(0, HASH_DIGITS);
    String words = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("^-|-$", "");
    return (words.isEmpty() ? "brief" : words) + "-" + hash;
  }

  private static String numbered(int number) {
    return String.format(Locale.ROOT, "brief-%04d", number);
  }
}
