package org.brandimage.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.brandimage.json.SceneFactsJson;
import org.brandimage.json.StrictJson;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.scene.SceneFacts;
import org.jspecify.annotations.Nullable;

/**
 * The form of a pinned asset in the {@code run.json} of a folder, which has its photos too. An
 * asset whose photos could not be read any more when the run was written has none.
 *
 * @param photos the names of its photos' files in the same folder
 */
record PinnedAsset(
    String id,
    EntityKind kind,
    String description,
    Set<String> tags,
    Map<String, String> attributes,
    @Nullable Double heightCm,
    @Nullable ObjectNode scene,
    List<String> photos) {
  PinnedAsset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
    tags = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNull(tags, "tags")));
    attributes =
        Collections.unmodifiableMap(
            new TreeMap<>(Objects.requireNonNull(attributes, "attributes")));
    photos = List.copyOf(Objects.requireNonNull(photos, "photos"));
    photos.forEach(FileEntry::requireName);
    if (id.isBlank() || (heightCm != null && !(heightCm > 0))) {
      throw new IllegalArgumentException("a pinned asset has an id, and a height above 0: " + id);
    }
  }

  static PinnedAsset of(Asset asset, List<String> photos) {
    return new PinnedAsset(
        asset.id(),
        asset.kind(),
        asset.description(),
        asset.tags(),
        asset.attributes(),
        asset.heightCm().isPresent() ? asset.heightCm().getAsDouble() : null,
        asset.sceneFacts().equals(SceneFacts.NONE)
            ? null
            : SceneFactsJson.write(asset.sceneFacts()),
        photos);
  }

  /** Returns the asset, which has at least one photo. */
  Asset toValue(Function<String, ImageSource> pictures) {
    Asset.Builder asset =
        Asset.builder(id, kind, photos.stream().map(pictures).toList())
            .description(description)
            .tags(tags)
            .attributes(attributes);
    if (scene != null) {
      asset.sceneFacts(SceneFactsJson.read(StrictJson.of(scene, "pinned asset " + id)));
    }
    return (heightCm == null ? asset : asset.heightCm(heightCm)).build();
  }
}
