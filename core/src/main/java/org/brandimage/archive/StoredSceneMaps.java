package org.brandimage.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneTone;
import org.brandimage.spi.scene.ShareGrid;

/** The form of maps of backgrounds in stored results: grids are floats in base 64, by rows. */
final class StoredSceneMaps extends SimpleModule {
  private static final long serialVersionUID = 1L;

  StoredSceneMaps() {
    super("stored-scene-maps");
    addSerializer(SceneMap.class, new MapWriter());
    addDeserializer(SceneMap.class, new MapReader());
  }

  private static String text(ShareGrid grid) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(grid.size().pixels()) * Float.BYTES);
    for (float value : grid.toArray()) {
      bytes.putFloat(value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static ShareGrid grid(Size size, String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return ShareGrid.of(size, values);
  }

  private static final class MapWriter extends JsonSerializer<SceneMap> {
    @Override
    public void serialize(SceneMap map, JsonGenerator target, SerializerProvider provider)
        throws IOException {
      target.writeStartObject();
      writeSize(target, "photo", map.photo());
      writeSize(target, "grid", map.ground().size());
      target.writeStringField("ground", text(map.ground()));
      target.writeStringField("occupied", text(map.occupied()));
      if (map.tone().isPresent()) {
        target.writeStringField("brightness", text(map.tone().get().brightness()));
        target.writeStringField("warmth", text(map.tone().get().warmth()));
      }
      if (map.horizon().isPresent()) {
        target.writeNumberField("horizon", map.horizon().getAsDouble());
      }
      if (map.frameWidth().isPresent()) {
        FrameWidth width = map.frameWidth().get();
        target.writeNumberField("widthCm", width.centimetres());
        target.writeNumberField("widthRow", width.row());
        target.writeNumberField("widthError", width.error());
      }
      target.writeStringField("reason", map.reason());
      target.writeNumberField("confidence", map.confidence());
      target.writeNumberField("sharpness", map.sharpness());
      target.writeStringField("light", map.light().orElse(""));
      target.writeObjectField("sources", map.sources());
      target.writeEndObject();
    }

    private static void writeSize(JsonGenerator target, String field, Size size)
        throws IOException {
      target.writeStringField(field, size.width() + "x" + size.height());
    }
  }

  private static final class MapReader extends JsonDeserializer<SceneMap> {
    @Override
    public SceneMap deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode json = parser.readValueAsTree();
      Size grid = size(json.path("grid").asText());
      SceneMap.Builder map =
          SceneMap.builder(size(json.path("photo").asText()), grid(grid, text(json, "ground")))
              .occupied(grid(grid, text(json, "occupied")))
              .confidence(json.path("confidence").asDouble())
              .sharpness(json.path("sharpness").asDouble());
      if (json.hasNonNull("brightness")) {
        map.tone(
            new SceneTone(grid(grid, text(json, "brightness")), grid(grid, text(json, "warmth"))));
      }
      if (json.hasNonNull("horizon")) {
        map.horizon(json.path("horizon").asDouble(), "");
      }
      if (json.hasNonNull("widthCm")) {
        double width = json.path("widthCm").asDouble();
        double row = json.path("widthRow").asDouble();
        map.frameWidth(new FrameWidth(width, row, json.path("widthError").asDouble()), "");
      }
      if (!text(json, "reason").isEmpty()) {
        map.unusable(text(json, "reason"));
      }
      if (!text(json, "light").isEmpty()) {
        map.light(text(json, "light"), "");
      }
      // Last, as the values above have taken empty sources.
      json.path("sources")
          .properties()
          .forEach(source -> map.source(source.getKey(), source.getValue().asText()));
      return map.build();
    }

    private static String text(JsonNode json, String field) {
      return json.path(field).asText("");
    }

    private static Size size(String text) {
      int times = text.indexOf('x');
      return new Size(
          Integer.parseInt(text.substring(0, Math.max(0, times))),
          Integer.parseInt(text.substring(times + 1)));
    }
  }
}
