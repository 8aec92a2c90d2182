package org.brandimage.local.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.onnxruntime.engine.OrtEngineProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deep Java Library's ONNX Runtime and tokenizers, started without their telemetry and from files
 * no other user could have put there.
 *
 * <p><b>Telemetry.</b> DJL reports the EC2 instance it runs on to its makers when its engines are
 * first looked up and whenever a tokenizer is made (<a
 * href="https://docs.djl.ai/master/docs/telemetry.html">DJL telemetry</a>); both are in static code
 * that only the variable or system property {@code OPT_OUT_TRACKING}, or {@code ai.djl.offline},
 * holds back. A library must not send telemetry on its user's behalf.
 *
 * <p><b>Native code.</b> Before ONNX Runtime and before the tokenizers are first loaded, their
 * folders are chosen and checked: a folder the user has named, or DJL's cache in the user's home,
 * or else a new temp folder that only this user may enter and that goes when the JVM ends. A named
 * folder that another user can write to is refused, as is a temp folder without the sticky bit in
 * which others can write. Once loaded, native code stays for the life of the JVM, and nothing is
 * checked again; nor can it be when the application has loaded it before.
 *
 * <p>A library must not change a process's settings for good either. So, unless the user has set
 * one of them, the system properties {@code OPT_OUT_TRACKING}, {@code ENGINE_CACHE_DIR} and {@code
 * jna.tmpdir} are there for the moment of those calls and then as they were; an application that
 * uses DJL itself keeps whatever it has chosen. Thread-safe.
 */
public final class DjlRuntime {
  private static final Logger LOG = LoggerFactory.getLogger(DjlRuntime.class);
  private static final String OPT_OUT = "OPT_OUT_TRACKING";
  private static final String OFFLINE = "ai.djl.offline";

  /** The lock of all calls, too: a system property is no thread's own. */
  private static final Loaded LOADED = new Loaded();

  private DjlRuntime() {}

  /**
   * Returns DJL's engine for ONNX models. It is asked for by class, so no other engine on the class
   * path is started.
   *
   * @return the engine
   * @throws PipelineConfigurationException when there is no safe folder to load native code from
   */
  public static Engine onnxRuntime() {
    synchronized (LOADED) {
      if (LOADED.onnxRuntime) {
        return new OrtEngineProvider().getEngine();
      }
      try (PrivateFolder temporary = PrivateFolder.create()) {
        Engine engine = with(settings(temporary), DjlRuntime::loadedEngine);
        LOADED.onnxRuntime = true;
        return engine;
      }
    }
  }

  /**
   * Makes a tokenizer.
   *
   * @param json a file in the format of Hugging Face's {@code tokenizer.json}
   * @param options as {@link HuggingFaceTokenizer#newInstance(InputStream, Map)} takes them
   * @return the tokenizer, to be closed by the caller
   * @throws IOException when the file cannot be read
   * @throws PipelineConfigurationException when there is no safe folder to load native code from
   */
  public static HuggingFaceTokenizer tokenizer(InputStream json, Map<String, String> options)
      throws IOException {
    Start<HuggingFaceTokenizer, IOException> start =
        () -> HuggingFaceTokenizer.newInstance(json, options);
    synchronized (LOADED) {
      if (LOADED.tokenizers) {
        return with(Map.of(), start);
      }
      try (PrivateFolder temporary = PrivateFolder.create()) {
        HuggingFaceTokenizer tokenizer = with(settings(temporary), start);
        LOADED.tokenizers = true;
        return tokenizer;
      }
    }
  }

  private static Engine loadedEngine() {
    Engine engine = new OrtEngineProvider().getEngine();
    // A model's arrays have an engine of their own beside ONNX Runtime, which is the tokenizers'
    // unless the application has brought another. It is loaded with the first manager of arrays:
    // have that now, while DJL is told where to unpack.
    engine.newBaseManager(Device.cpu()).close();
    return engine;
  }

  private static Map<String, String> settings(PrivateFolder temporary) {
    return new NativeFolders(temporary, System::getenv, System::getProperty).settings();
  }

  private static <T, E extends Exception> T with(Map<String, String> settings, Start<T, E> start)
      throws E {
    Map<String, String> all = new HashMap<>(settings);
    if (!isChosen(OPT_OUT) && !isChosen(OFFLINE)) {
      all.put(OPT_OUT, "true");
    }
    LOG.debug("starting DJL with {} for the moment", all);
    Map<String, Optional<String>> before = new HashMap<>();
    all.forEach(
        (name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
    try {
      return start.run();
    } finally {
      before.forEach(
          (name, value) ->
              value.ifPresentOrElse(
                  old -> System.setProperty(name, old), () -> System.clearProperty(name)));
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

  /** What is loaded for the life of the JVM, as native code is. */
  private static final class Loaded {
    private boolean onnxRuntime;
    private boolean tokenizers;
  }
}
