package org.brandimage.store;

import java.nio.file.Path;
import java.util.Optional;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.testkit.contract.ResultStoreContract;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a result store, over a folder. */
class FileResultStoreContractTest extends ResultStoreContract {
  @TempDir private Path folder;

  @Override
  protected ResultStore resultStore() {
    return FileResultStore.open(folder);
  }

  /** Closing writes nothing, so that a closed store is like one whose process was killed. */
  @Override
  protected Optional<ResultStore> reopened(ResultStore store) {
    ((FileResultStore) store).close();
    return Optional.of(FileResultStore.open(folder));
  }

  @Override
  protected Optional<ResultStore> second(ResultStore store) {
    return Optional.of(FileResultStore.open(folder));
  }
}
