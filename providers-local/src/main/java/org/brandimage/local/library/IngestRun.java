package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.brandimage.json.SceneFactsJson;
import org.brandimage.local.library.source.AssetDraft;
import org.brandimage.local.library.source.AssetSource;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.retrieve.Asset;
import org.jspecify.annotations.Nullable;

/**
 * One ingest: compares what comes with what is there, embeds what is new, and commits batch by
 * batch. Used by one thread.
 */
final class IngestRun implements AssetSource.Problems {
  private final LibraryWriter writer;
  private final LibrarySnapshot base;
  private final Settings settings;
  private final Embedder text;
  private final @Nullable Embedder content;
  private final StageContext context;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, BrandImageException> skipped = new LinkedHashMap<>();
  private final List<Arrival> batch = new ArrayList<>();
  private @Nullable AssetEmbedding embedding;
  private int expected;
  private int done;
  private int added;
  private int replaced;
  private int removed;
  private int unchanged;

  /**
   * Starts an ingest.
   *
   * @param writer the library
   * @param settings where assets come from, and how they are committed
   * @param text embeds texts
   * @param content embeds pictures, if they are to be
   * @param context the run
   */
  IngestRun(
      LibraryWriter writer,
      Settings settings,
      Embedder text,
      @Nullable Embedder content,
      StageContext context) {
    this.writer = writer;
    this.base = writer.base();
    this.settings = settings;
    this.text = text;
    this.content = content;
    this.context = context;
  }

  /**
   * How an ingest works.
   *
   * @param library the library's folder
   * @param source the folder the assets come from, or {@link CatalogRecord#COPIED}
   * @param batch how many assets are committed together
   * @param progress receives the numbers of assets done and expected
   */
  record Settings(Path library, String source, int batch, BiConsumer<Integer, Integer> progress) {}

  /**
   * Sets how many assets are expected, for progress.
   *
   * @param count the number
   */
  /** Takes all assets of a source. */
  void takeAll(AssetSource source) throws IOException, InterruptedException {
    expected = source.expected();
    takeDrafts(source.drafts());
  }

  @Override
  public void at(String id, String file, BrandImageException problem) {
    // what was ingested under this id stays: nothing is lost to a file that is broken for now
    seen.add(id);
    skipped.putIfAbsent(file, problem);
  }

  /**
   * Takes the assets of a folder or table.
   *
   * @param drafts their files; closed at the end
   * @throws IOException when the library cannot be written
   * @throws InterruptedException when cancelled
   */
  private void takeDrafts(Stream<AssetDraft> drafts) throws IOException, InterruptedException {
    try (drafts) {
      for (Iterator<AssetDraft> each = drafts.iterator(); each.hasNext(); ) {
        takeDraft(each.next());
      }
    }
  }

  private void takeDraft(AssetDraft draft) throws IOException, InterruptedException {
    if (isNew(draft.id(), draft.key())) {
      try {
        Asset asset = draft.asset();
        List<PhotoEntry> photos = new ArrayList<>();
        for (int i = 0; i < draft.photos().size(); i++) {
          ImageSource photo = draft.photos().get(i);
          photos.add(new PhotoEntry(draft.paths().get(i), photo.size(), photo.digest()));
        }
        arrive(new Arrival(asset, draft.key(), photos));
      } catch (UnreadableImageException e) {
        at(draft.id(), draft.paths().get(0), e);
      }
    }
    progressed();
  }

  /**
   * Takes an asset from elsewhere and copies its pictures.
   *
   * @param asset the asset
   * @throws IOException when the library cannot be written
   * @throws InterruptedException when cancelled
   */
  void takeAsset(Asset asset) throws IOException, InterruptedException {
    String key = PhotoCopies.key(asset);
    if (isNew(asset.id(), key)) {
      try {
        arrive(new Arrival(asset, key, PhotoCopies.copy(asset, settings.library())));
      } catch (UnreadableImageException e) {
        at(asset.id(), asset.id(), e);
      }
    }
    progressed();
  }

  private boolean isNew(String id, String key) throws InterruptedException {
    context.checkActive();
    if (!seen.add(id)) {
      at(id, id, new InvalidInputException("id", id, "give every asset an id of its own"));
      return false;
    }
    int ordinal = base.find(id);
    if (ordinal < 0) {
      return true;
    }
    CatalogRecord there = base.record(ordinal);
    if (!there.source().equals(settings.source())) {
      String remedy = "give it another id; this one is taken by an asset of " + there.source();
      at(id, id, new InvalidInputException("id", id, remedy));
      return false;
    }
    boolean same = there.sourceKey().equals(key);
    unchanged += same ? 1 : 0;
    return !same;
  }

  private void progressed() {
    settings.progress().accept(++done, expected);
  }

  private void arrive(Arrival arrival) throws IOException, InterruptedException {
    batch.add(arrival);
    if (batch.size() == settings.batch()) {
      flush();
    }
  }

  private void flush() throws IOException, InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    AssetEmbedding embedder = embedding();
    List<Asset> assets = batch.stream().map(Arrival::asset).toList();
    List<IndexedAsset.Embedded> texts = embedder.texts(assets, context);
    for (int i = 0; i < batch.size(); i++) {
      Arrival arrival = batch.get(i);
      try {
        put(arrival, texts.get(i), embedder.pictures(arrival.asset(), context));
      } catch (UnreadableImageException e) {
        at(arrival.asset().id(), arrival.photos().get(0).path(), e);
      }
    }
    batch.clear();
    writer.commit();
  }

  /** The chance levels are embedded when something has to be, so that a rerun embeds nothing. */
  private AssetEmbedding embedding() throws InterruptedException {
    if (embedding == null) {
      embedding = new AssetEmbedding(EmbeddingSpaces.of(text, content, context));
    }
    return Objects.requireNonNull(embedding);
  }

  private void put(Arrival arrival, IndexedAsset.Embedded texts, IndexedAsset.Embedded pictures)
      throws IOException {
    Asset asset = arrival.asset();
    CatalogRecord entry =
        new CatalogRecord(
            asset.id(),
            false,
            asset.kind(),
            asset.description(),
            List.copyOf(asset.tags()),
            asset.attributes(),
            asset.heightCm().orElse(0),
            SceneFactsJson.text(asset.sceneFacts()),
            settings.source(),
            arrival.key(),
            List.copyOf(IndexedAsset.heads(asset)),
            arrival.photos(),
            VectorRange.NONE,
            VectorRange.NONE);
    writer.put(
        entry,
        Vectors.of(texts.embeddings(), texts.chances()),
        Vectors.of(pictures.embeddings(), pictures.chances()));
    if (base.find(asset.id()) < 0) {
      added++;
    } else {
      replaced++;
    }
  }

  /**
   * Ends the ingest.
   *
   * @param removing whether assets of this source that did not come leave the library
   * @throws IOException when the library cannot be written
   * @throws InterruptedException when cancelled
   */
  void finish(boolean removing) throws IOException, InterruptedException {
    flush();
    for (int ordinal = 0; removing && ordinal < base.size(); ordinal++) {
      String id = base.id(ordinal);
      if (!seen.contains(id) && base.record(ordinal).source().equals(settings.source())) {
        writer.remove(id);
        removed++;
      }
    }
    writer.finish();
  }

  /**
   * Returns what was done.
   *
   * @param nanos how long it took
   * @return the report
   */
  IngestReport report(long nanos) {
    return new IngestReport(added, replaced, removed, unchanged, skipped, Duration.ofNanos(nanos));
  }

  /**
   * An asset to be embedded.
   *
   * @param asset the asset
   * @param key the identity of what it is made of
   * @param photos its photos as the catalogue is to have them
   */
  private record Arrival(Asset asset, String key, List<PhotoEntry> photos) {}
}
