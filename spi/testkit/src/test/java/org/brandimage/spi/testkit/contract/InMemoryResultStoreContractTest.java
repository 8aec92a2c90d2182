package org.brandimage.spi.testkit.contract;

import org.brandimage.spi.result.ResultStore;

class InMemoryResultStoreContractTest extends ResultStoreContract {
  @Override
  protected ResultStore resultStore() {
    return ResultStore.inMemory();
  }
}
