package org.brandimage.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.InvalidInputException;

/**
 * A Jackson 2 module for the values of {@link ValueJson}: with it a web layer can return a {@link
 * RunResult}, a progress or an event, and read a result back, its pictures by name. {@code
 * ObjectMapper.findAndRegisterModules()} finds it, and so do frameworks that call it; elsewhere
 * register it once with the mapper.
 */
public final class BrandImageModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Creates the module. */
  public BrandImageModule() {
    super("brandimage");
    ValueJson values = ValueJson.create();
    values.types().forEach(type -> addValue(type, values));
    addDeserializer(RunResult.class, new ResultReader());
  }

  private <T> void addValue(Class<T> type, ValueJson values) {
    addSerializer(type, new ValueWriter<>(values));
  }

  private static final class ValueWriter<T> extends JsonSerializer<T> {
    private final ValueJson values;

    ValueWriter(ValueJson values) {
      this.values = values;
    }

    @Override
    public void serialize(T value, JsonGenerator target, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(values.tree(value), target);
    }
  }

  private static final class ResultReader extends JsonDeserializer<RunResult> {
    private final RunJson results = RunJson.create();

    @Override
    public RunResult deserialize(JsonParser source, DeserializationContext context)
        throws IOException {
      try {
        return results.read(context.readValue(source, JsonNode.class).toString());
      } catch (InvalidInputException e) {
        throw JsonMappingException.from(source, e.getMessage(), e);
      }
    }
  }
}
