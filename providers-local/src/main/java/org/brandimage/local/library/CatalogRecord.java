package org.brandimage.local.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Size;

/**
 * Everything the catalogue holds of an asset, or that it is gone.
 *
 * @param id the asset's id
 * @param removed whether the asset is gone; then nothing else counts
 * @param kind what it is
 * @param description what it shows
 * @param tags the words it is filed under
 * @param attributes further facts
 * @param heightCm real height, or 0 when it is not known
 * @param scene what is said of a background, as one line of JSON, or nothing
 * @param source the folder it came from, or {@link #COPIED}
 * @param sourceKey digest of what it was made of: files, sidecar, row of a manifest
 * @param words the stems of the words that say what it is
 * @param photos its photos, the preferred one first
 * @param text its descriptions' vectors
 * @param content its pictures' vectors
 */
record CatalogRecord(
    String id,
    boolean removed,
    EntityKind kind,
    String description,
    List<String> tags,
    Map<String, String> attributes,
    double heightCm,
    String scene,
    String source,
    String sourceKey,
    List<String> words,
    List<PhotoEntry> photos,
    VectorRange text,
    VectorRange content) {
  /** The source of assets whose pictures were copied into the library. */
  static final String COPIED = "";

  /** Copies the values. */
  CatalogRecord {
    tags = List.copyOf(new TreeSet<>(tags));
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    words = List.copyOf(words);
    photos = List.copyOf(photos);
  }

  static CatalogRecord removal(String id) {
    return new CatalogRecord(
        id,
        true,
        EntityKind.PRODUCT,
        "",
        List.of(),
        Map.of(),
        0,
        "",
        "",
        "",
        List.of(),
        List.of(),
        VectorRange.NONE,
        VectorRange.NONE);
  }

  CatalogRecord with(VectorRange newText, VectorRange newContent) {
    return new CatalogRecord(
        id,
        removed,
        kind,
        description,
        tags,
        attributes,
        heightCm,
        scene,
        source,
        sourceKey,
        words,
        photos,
        newText,
        newContent);
  }

  byte[] encoded() throws IOException {
    RecordWriter out = new RecordWriter();
    out.text(id);
    out.number(removed ? 1 : 0);
    if (removed) {
      return out.bytes();
    }
    out.text(kind.name());
    text.write(out);
    content.write(out);
    writeTexts(tags, out);
    writeTexts(words, out);
    out.number(attributes.size());
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.text(attribute.getKey());
      out.text(attribute.getValue());
    }
    out.text(description);
    out.real(heightCm);
    out.text(source);
    out.text(sourceKey);
    out.number(photos.size());
    for (PhotoEntry photo : photos) {
      out.text(photo.path());
      out.number(photo.size().width());
      out.number(photo.size().height());
      out.text(photo.digest());
    }
    out.text(scene);
    return out.bytes();
  }

  static CatalogRecord decoded(byte[] record) {
    RecordReader in = new RecordReader(record);
    String id = in.text();
    if (in.number() == 1) {
      return removal(id);
    }
    EntityKind kind = EntityKind.valueOf(in.text());
    VectorRange text = VectorRange.read(in);
    VectorRange content = VectorRange.read(in);
    List<String> tags = readTexts(in);
    List<String> words = readTexts(in);
    Map<String, String> attributes = readPairs(in);
    String description = in.text();
    double heightCm = in.real();
    String source = in.text();
    String sourceKey = in.text();
    List<PhotoEntry> photos = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      photos.add(new PhotoEntry(in.text(), new Size(in.number(), in.number()), in.text()));
    }
    // Catalogues written before scenes were read end here.
    String scene = in.hasMore() ? in.text() : "";
    return new CatalogRecord(
        id,
        false,
        kind,
        description,
        tags,
        attributes,
        heightCm,
        scene,
        source,
        sourceKey,
        words,
        photos,
        text,
        content);
  }

  private static void writeTexts(List<String> texts, RecordWriter out) throws IOException {
    out.number(texts.size());
    for (String text : texts) {
      out.text(text);
    }
  }

  private static Map<String, String> readPairs(RecordReader in) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int left = in.number(); left > 0; left--) {
      pairs.put(in.text(), in.text());
    }
    return pairs;
  }

  private static List<String> readTexts(RecordReader in) {
    List<String> texts = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      texts.add(in.text());
    }
    return texts;
  }
}
