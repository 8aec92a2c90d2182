package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

class LazyRetrieverTest {
  private static final RetrieveRequest MUG =
      RetrieveRequest.of(new Entity(EntityKind.PRODUCT, "mug", "a mug"));

  private final WordEmbedder embedder = new WordEmbedder("words");

  @Test
  void buildLazily_anyLibrary_embedsNothingBeforeTheFirstSearch() throws Exception {
    EmbeddingAssetRetriever lazy = builder().buildLazily();
    assertThat(embedder.embedded).hasValue(0);

    Retrieval first = retrieve(lazy);
    int once = embedder.embedded.get();
    Retrieval second = retrieve(lazy);

    assertThat(once).isGreaterThan(Fixtures.library().size());
    assertThat(embedder.embedded.get() - once).as("the query alone").isLessThan(3);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void buildLazily_anyLibrary_isAndAnswersAsBuilt() throws Exception {
    EmbeddingAssetRetriever built = builder().build();
    EmbeddingAssetRetriever lazy = builder().buildLazily();

    assertThat(lazy.identity()).isEqualTo(built.identity());
    assertThat(retrieve(lazy)).isEqualTo(retrieve(built));
    assertThat(lazy).hasToString(built.toString());
  }

  @Test
  void retrieve_manyThreadsFirst_embedTheLibraryOnce() throws Exception {
    EmbeddingAssetRetriever alone = builder().buildLazily();
    retrieve(alone);
    int library = embedder.embedded.get();
    retrieve(alone);
    int query = embedder.embedded.get() - library;
    embedder.embedded.set(0);

    EmbeddingAssetRetriever lazy = builder().buildLazily();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Retrieval>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> retrieve(lazy)));
      }
      for (Future<Retrieval> answer : answers) {
        assertThat(answer.get()).isEqualTo(retrieve(alone));
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(embedder.embedded).hasValue(library - query + 16 * query);
  }

  /** Else the first run of a brief would have another provenance than the second. */
  @Test
  void retrieve_firstSearch_recordsTheSameCallsAsTheSecond() throws Exception {
    List<Integer> calls = new ArrayList<>();
    try (BgeSmallEmbedder recording = BgeSmallEmbedder.create()) {
      EmbeddingAssetRetriever lazy =
          EmbeddingAssetRetriever.builder(recording, Fixtures.library()).buildLazily();
      for (int i = 0; i < 2; i++) {
        TestContext context = TestContexts.active();
        lazy.retrieve(MUG, context);
        calls.add(context.calls().size());
      }
    }

    assertThat(calls).containsExactly(1, 1);
  }

  @Test
  void retrieve_firstSearchInterrupted_nextOneEmbeds() throws Exception {
    EmbeddingAssetRetriever lazy = builder().buildLazily();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> retrieve(lazy)).isInstanceOf(InterruptedException.class);

    assertThat(retrieve(lazy)).isEqualTo(retrieve(builder().build()));
  }

  private EmbeddingAssetRetriever.Builder builder() {
    return EmbeddingAssetRetriever.builder(embedder, Fixtures.library());
  }

  private static Retrieval retrieve(EmbeddingAssetRetriever retriever) throws InterruptedException {
    return retriever.retrieve(MUG, StageContext.standalone());
  }
}
