package org.brandimage.local.langchain4j;

import java.net.URI;
import java.util.Optional;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.testkit.contract.LanguageModelContract;
import org.junit.jupiter.api.AfterAll;

class LangChain4jLanguageModelContractTest extends LanguageModelContract {
  private static final ChatServer SERVER =
      new ChatServer(
          request -> "{\"answer\": \"" + request.get("messages").toString().hashCode() + "\"}");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Override
  protected LanguageModel languageModel() {
    return LangChain4jLanguageModel.builder(SERVER.client().build(), "test-model").build();
  }

  @Override
  protected Optional<LanguageModel> withServiceDown() {
    try (ChatServer ended = new ChatServer(request -> "")) {
      return Optional.of(
          LangChain4jLanguageModel.builder(ended.client().build(), "test-model").build());
    }
  }

  @Override
  protected Optional<LanguageModel> withServiceAt(URI address) {
    return Optional.of(
        LangChain4jLanguageModel.builder(
                SERVER.client().baseUrl(address.toString()).build(), "test-model")
            .build());
  }
}
