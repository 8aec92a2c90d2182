package org.brandimage.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.function.Function;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.judge.GuidelineResult;

/** Reads and writes {@link RunDocument}s. Immutable and thread-safe. */
final class RunJson {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(values())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          // Fields that a later minor version adds must not stop an earlier one from reading.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  String write(RunDocument document) {
    try {
      return mapper.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result of plain values cannot fail to become JSON", e);
    }
  }

  RunDocument read(String json) throws JsonProcessingException {
    JsonNode document = mapper.readTree(json);
    if (!document.isObject()) {
      throw MismatchedInputException.from(null, RunDocument.class, "is no JSON object");
    }
    EarlierVersion.translate(document);
    return mapper.treeToValue(document, RunDocument.class);
  }

  private static SimpleModule values() {
    SimpleModule module = new SimpleModule("brandimage-values");
    delegate(module, Caption.class, CaptionJson.class, CaptionJson::of, CaptionJson::toValue);
    delegate(
        module,
        GuidelineResult.class,
        GuidelineResultJson.class,
        GuidelineResultJson::of,
        GuidelineResultJson::toValue);
    delegate(
        module,
        CallRecord.class,
        CallRecordJson.class,
        CallRecordJson::of,
        CallRecordJson::toValue);
    return module;
  }

  private static <V, J> void delegate(
      SimpleModule module, Class<V> value, Class<J> json, Function<V, J> out, Function<J, V> in) {
    module.addSerializer(
        new StdDelegatingSerializer(value, new FunctionConverter<>(value, json, out)));
    module.addDeserializer(
        value, new StdDelegatingDeserializer<>(new FunctionConverter<>(json, value, in)));
  }

  /** A converter that knows its types although lambdas have none. */
  private static final class FunctionConverter<I, O> extends StdConverter<I, O> {
    private final Class<I> input;
    private final Class<O> output;
    private final Function<I, O> function;

    FunctionConverter(Class<I> input, Class<O> output, Function<I, O> function) {
      this.input = input;
      this.output = output;
      this.function = function;
    }

    @Override
    public O convert(I value) {
      return function.apply(value);
    }

    @Override
    public com.fasterxml.jackson.databind.JavaType getInputType(
        com.fasterxml.jackson.databind.type.TypeFactory types) {
      return types.constructType(input);
    }

    @Override
    public com.fasterxml.jackson.databind.JavaType getOutputType(
        com.fasterxml.jackson.databind.type.TypeFactory types) {
      return types.constructType(output);
    }
  }
}
