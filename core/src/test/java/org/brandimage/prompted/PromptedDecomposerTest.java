package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

class PromptedDecomposerTest {
  private static final String BRIEF = "The red Leather Shoe and a sock on a beach at dusk";

  @Test
  void decompose_inventedEntity_isDropped() throws InterruptedException {
    Decomposition parts =
        decompose(
            "{\"products\":[{\"phrase\":\"a bicycle\",\"name\":\"bicycle\"},"
                + "{\"phrase\":\"a sock\",\"name\":\"sock\"}],"
                + "\"backgrounds\":[{\"phrase\":\"a mountain\",\"name\":\"mountain\"}],"
                + "\"themes\":[]}");

    assertThat(parts.products()).extracting(Entity::name).containsExactly("sock");
    assertThat(parts.backgrounds()).isEmpty();
  }

  @Test
  void decompose_nameOfOtherWords_becomesThePhrase() throws InterruptedException {
    Decomposition parts =
        decompose(
            "{\"products\":[{\"phrase\":\"a sock\",\"name\":\"stocking\"},"
                + "{\"phrase\":\"The red Leather Shoe\",\"name\":\"Leather Shoe\"}],"
                + "\"backgrounds\":[],\"themes\":[]}");

    assertThat(parts.products()).extracting(Entity::name).containsExactly("leather shoe", "sock");
    assertThat(parts.products().get(0).phrase()).isEqualTo("The red Leather Shoe");
  }

  @Test
  void decompose_onlyInventedProductsTwice_failsAsMalformed() {
    assertThatThrownBy(
            () ->
                decompose(
                    "{\"products\":[{\"phrase\":\"a bicycle\",\"name\":\"bicycle\"}],"
                        + "\"backgrounds\":[],\"themes\":[]}"))
        .isInstanceOf(MalformedReplyException.class)
        .hasMessageContaining("letter by letter")
        .hasMessageNotContaining("bicycle");
  }

  @Test
  void decompose_firstReplyBroken_asksOnceMore() throws InterruptedException {
    FakeLanguageModel[] model = new FakeLanguageModel[1];
    model[0] =
        new FakeLanguageModel(
            request -> model[0].calls() == 1 ? "{\"products\": []" : Replies.sensible(request));

    Decomposition parts =
        PromptedDecomposer.create(model[0])
            .decompose(
                new DecomposeRequest("a leather shoe", List.of("on a sandy beach")),
                TestContexts.active(1));

    assertThat(model[0].calls()).isEqualTo(2);
    assertThat(parts.backgrounds()).extracting(Entity::name).containsExactly("sandy beach");
  }

  private static Decomposition decompose(String reply) throws InterruptedException {
    return PromptedDecomposer.create(new FakeLanguageModel(request -> reply))
        .decompose(DecomposeRequest.of(BRIEF), TestContexts.active(1));
  }
}
