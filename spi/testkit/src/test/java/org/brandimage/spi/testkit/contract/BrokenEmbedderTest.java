package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.testkit.fake.FakeEmbedder;
import org.junit.jupiter.api.Test;

/** Each rule of an embedder is broken on purpose, and the contract names just that rule. */
class BrokenEmbedderTest {
  private static final AtomicReference<Embedder> BROKEN = new AtomicReference<>();

  @Test
  void e1_textsTakenForOne_areFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  List<Embedding> changed(List<Embedding> embeddings) {
                    return embeddings.stream().distinct().toList();
                  }
                }))
        .containsExactly("E1");
  }

  @Test
  void e2_reversedBatch_isFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  List<Embedding> changed(List<Embedding> embeddings) {
                    List<Embedding> reversed = new ArrayList<>(embeddings);
                    Collections.reverse(reversed);
                    return reversed;
                  }
                }))
        .containsExactly("E2");
  }

  @Test
  void e3_otherDimension_isFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public int dimension() {
                    return 384;
                  }
                }))
        .containsExactly("E3");
  }

  @Test
  void e4_sameForEveryText_isFound() {
    float[] one = new float[256];
    one[0] = 1;
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  List<Embedding> changed(List<Embedding> embeddings) {
                    return Collections.nCopies(embeddings.size(), Embedding.of(one));
                  }
                }))
        .containsExactly("E4");
  }

  @Test
  void e5_untypedRefusalOfPictures_isFound() {
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public boolean embedsImages() {
                    return false;
                  }

                  @Override
                  public List<Embedding> embed(EmbedRequest request, StageContext context)
                      throws InterruptedException {
                    if (!request.images().isEmpty()) {
                      throw new StageException("no pictures");
                    }
                    return super.embed(request, context);
                  }
                }))
        .containsExactly("E5");
  }

  @Test
  void e6_modelThatChanges_isFound() {
    AtomicInteger calls = new AtomicInteger();
    assertThat(
            rulesBrokenBy(
                new Odd() {
                  @Override
                  public String model() {
                    return "model-" + calls.incrementAndGet();
                  }
                }))
        .containsExactly("E6");
  }

  private static List<String> rulesBrokenBy(Embedder embedder) {
    BROKEN.set(embedder);
    return ContractRun.brokenRules(Broken.class);
  }

  /** The fake, to be changed in one thing. */
  private static class Odd implements Embedder {
    private final FakeEmbedder fake = new FakeEmbedder();

    List<Embedding> changed(List<Embedding> embeddings) {
      return embeddings;
    }

    @Override
    public String model() {
      return fake.model();
    }

    @Override
    public int dimension() {
      return fake.dimension();
    }

    @Override
    public boolean embedsImages() {
      return fake.embedsImages();
    }

    @Override
    public List<Embedding> embed(EmbedRequest request, StageContext context)
        throws InterruptedException {
      return changed(fake.embed(request, context));
    }
  }

  static class Broken extends EmbedderContract {
    @Override
    protected Embedder embedder() {
      return BROKEN.get();
    }
  }
}
