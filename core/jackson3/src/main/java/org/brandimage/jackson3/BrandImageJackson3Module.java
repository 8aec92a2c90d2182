package org.brandimage.jackson3;

import org.brandimage.archive.RunJson;
import org.brandimage.archive.ValueJson;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.InvalidInputException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A Jackson 3 module for the values of {@link ValueJson}: with it a web layer can return a {@link
 * RunResult}, a progress or an event, and read a result back, its pictures by name. {@code
 * JsonMapper.builder().findAndAddModules()} finds it; elsewhere add it once to the mapper.
 */
public final class BrandImageJackson3Module extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Creates the module. */
  public BrandImageJackson3Module() {
    super("brandimage");
    ValueJson values = ValueJson.create();
    values.types().forEach(type -> addValue(type, values));
    addDeserializer(RunResult.class, new ResultReader());
  }

  private <T> void addValue(Class<T> type, ValueJson values) {
    addSerializer(type, new ValueWriter<>(values));
  }

  /** Core writes the text, since its own trees are Jackson 2's. */
  private static final class ValueWriter<T> extends ValueSerializer<T> {
    private final ValueJson values;
    private final JsonMapper plain = JsonMapper.shared();

    ValueWriter(ValueJson values) {
      this.values = values;
    }

    @Override
    public void serialize(T value, JsonGenerator target, SerializationContext context) {
      context.writeValue(target, plain.readTree(values.write(value)));
    }
  }

  private static final class ResultReader extends ValueDeserializer<RunResult> {
    private final RunJson results = RunJson.create();

    @Override
    public RunResult deserialize(JsonParser source, DeserializationContext context) {
      try {
        return results.read(context.readValue(source, JsonNode.class).toString());
      } catch (InvalidInputException e) {
        throw DatabindException.from(source, e.getMessage(), e);
      }
    }
  }
}
