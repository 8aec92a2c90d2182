package org.brandimage.local.internal;

import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.onnxruntime.engine.OrtEngineProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deep Java Library's ONNX Runtime and tokenizers, started without their telemetry.
 *
 * <p>DJL reports the EC2 instance it runs on to its makers when its engines are first looked up and
 * whenever a tokenizer is made (<a href="https://docs.djl.ai/master/docs/telemetry.html">DJL
 * telemetry</a>); both are in static code that only the variable or system property {@code
 * OPT_OUT_TRACKING}, or {@code ai.djl.offline}, holds back. A library must not change a process's
 * settings for good, nor phone home for its user. So, unless the user has set one of them, the
 * property is there for the milliseconds of those two calls and gone afterwards; an application
 * that uses DJL itself keeps whatever it has chosen. Thread-safe.
 */
public final class DjlRuntime {
  private static final Logger LOG = LoggerFactory.getLogger(DjlRuntime.class);
  private static final String OPT_OUT = "OPT_OUT_TRACKING";
  private static final String OFFLINE = "ai.djl.offline";
  private static final Object GATE = new Object();

  private DjlRuntime() {}

  /**
   * Returns DJL's engine for ONNX models. It is asked for by class, so no other engine on the class
   * path is started.
   *
   * @return the engine
   */
  public static Engine onnxRuntime() {
    return withoutTelemetry(() -> new OrtEngineProvider().getEngine());
  }

  /**
   * Makes a tokenizer.
   *
   * @param json a file in the format of Hugging Face's {@code tokenizer.json}
   * @param options as {@link HuggingFaceTokenizer#newInstance(InputStream, Map)} takes them
   * @return the tokenizer, to be closed by the caller
   * @throws IOException when the file cannot be read
   */
  public static HuggingFaceTokenizer tokenizer(InputStream json, Map<String, String> options)
      throws IOException {
    return withoutTelemetry(() -> HuggingFaceTokenizer.newInstance(json, options));
  }

  private static <T, E extends Exception> T withoutTelemetry(Start<T, E> start) throws E {
    synchronized (GATE) {
      if (isChosen(OPT_OUT) || isChosen(OFFLINE)) {
        return start.run();
      }
      LOG.debug("starting DJL with {}=true for the moment", OPT_OUT);
      System.setProperty(OPT_OUT, "true");
      try {
        return start.run();
      } finally {
        System.clearProperty(OPT_OUT);
      }
    }
  }

  private static boolean isChosen(String name) {
    return System.getenv(name) != null || System.getProperty(name) != null;
  }

  /** A call that DJL's telemetry rides on. */
  @FunctionalInterface
  private interface Start<T, E extends Exception> {
    T run() throws E;
  }
}
