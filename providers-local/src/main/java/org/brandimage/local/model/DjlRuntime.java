package org.brandimage.local.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.onnxruntime.engine.OrtEngineProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deep Java Library's ONNX Runtime, started without telemetry and from files no other user could
 * have put there.
 *
 * <p><b>Telemetry.</b> DJL reports the EC2 instance it runs on to its makers when its engines are
 * first looked up (<a href="https://docs.djl.ai/master/docs/telemetry.html">DJL telemetry</a>), in
 * static code that only the variable or system property {@code OPT_OUT_TRACKING}, or {@code
 * ai.djl.offline}, holds back. A library must not send telemetry on its user's behalf.
 *
 * <p><b>Native code.</b> ONNX Runtime's libraries are unpacked into a new temp folder that only
 * this user may enter, loaded, and removed with the folder at once, except on Windows. Each class
 * loader has its own. A folder that the user has named for them is used instead, and refused when
 * another user can write to it, as is a temp folder without the sticky bit in which others can
 * write. Once loaded, native code stays as long as its class loader, and nothing is checked again;
 * nor can it be when the application has loaded it before.
 *
 * <p>A library must not change a process's settings for good either. So, unless the user has set
 * one of them, the system properties {@code OPT_OUT_TRACKING}, {@code onnxruntime.native.path} and
 * {@code jna.tmpdir} are there for the moment of loading and then as they were. Thread-safe.
 */
final class DjlRuntime {
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
  static Engine onnxRuntime() {
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
   * Checks that there is a safe folder to load native code from, and loads none.
   *
   * @throws PipelineConfigurationException when there is none
   */
  static void requireFolders() {
    synchronized (LOADED) {
      if (!LOADED.onnxRuntime) {
        try (PrivateFolder temporary = PrivateFolder.create()) {
          new NativeFolders(temporary, System::getProperty).check();
        }
      }
    }
  }

  private static Engine loadedEngine() {
    Engine engine = new OrtEngineProvider().getEngine();
    // A model's arrays may have an engine of their own beside ONNX Runtime, when the application
    // has
    // brought one. It is looked for with the first manager of arrays: have that now, without
    // telemetry.
    engine.newBaseManager(Device.cpu()).close();
    return engine;
  }

  private static Map<String, String> settings(PrivateFolder temporary) {
    return new NativeFolders(temporary, System::getProperty).settings();
  }

  private static <T> T with(Map<String, String> settings, Supplier<T> start) {
    Map<String, String> all = new HashMap<>(settings);
    if (!isChosen(OPT_OUT) && !isChosen(OFFLINE)) {
      all.put(OPT_OUT, "true");
    }
    LOG.debug("starting DJL with {} for the moment", all);
    Map<String, Optional<String>> before = new HashMap<>();
    all.forEach(
        (name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    // DJL looks for its parts there, and a container's may see another copy of DJL.
    thread.setContextClassLoader(DjlRuntime.class.getClassLoader());
    try {
      return start.get();
    } finally {
      thread.setContextClassLoader(context);
      before.forEach(
          (name, value) ->
              value.ifPresentOrElse(
                  old -> System.setProperty(name, old), () -> System.clearProperty(name)));
    }
  }

  private static boolean isChosen(String name) {
    return System.getenv(name) != null || System.getProperty(name) != null;
  }

  /** What is loaded for the life of the JVM, as native code is. */
  private static final class Loaded {
    private boolean onnxRuntime;
  }
}
