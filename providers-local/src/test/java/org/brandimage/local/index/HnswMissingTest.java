package org.brandimage.local.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Loads the indexes as an application without hnswlib-core does. */
class HnswMissingTest {
  @Test
  void over_withoutHnswlib_namesTheDependency() throws Exception {
    try (URLClassLoader loader = new WithoutHnswlib()) {
      Class<?> rows = loader.loadClass(VectorRows.class.getName());
      Class<?> index = loader.loadClass(HnswVectorIndex.class.getName());
      Object table =
          loader
              .loadClass(VectorTable.class.getName())
              .getMethod("create", int.class)
              .invoke(null, 4);
      Method over = index.getMethod("over", rows, int.class);

      assertThat(index.getClassLoader()).isSameAs(loader);
      assertThatThrownBy(() -> over.invoke(null, table, 100))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("com.github.jelmerk:hnswlib-core");
    }
  }

  /** Loads the package's classes anew and finds none of hnswlib-core. */
  private static final class WithoutHnswlib extends URLClassLoader {
    WithoutHnswlib() {
      super(
          new URL[] {HnswVectorIndex.class.getProtectionDomain().getCodeSource().getLocation()},
          HnswMissingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.github.jelmerk.")) {
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith(HnswVectorIndex.class.getPackageName() + ".")) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }
  }
}
