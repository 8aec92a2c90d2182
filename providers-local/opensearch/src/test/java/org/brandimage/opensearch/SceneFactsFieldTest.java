package org.brandimage.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.junit.jupiter.api.Test;

class SceneFactsFieldTest {
  @Test
  void read_whatWasWritten_isTheSame() {
    SceneFacts facts =
        SceneFacts.builder()
            .ground(List.of(List.of(new Point(0, 1), new Point(1, 1), new Point(0.5, 0.6))))
            .horizon(-0.2)
            .widthCm(240)
            .light("left")
            .usable(false)
            .build();
    ObjectNode stored = JsonNodeFactory.instance.objectNode();

    SceneFactsField.write(facts, stored);

    assertThat(SceneFactsField.read(stored)).isEqualTo(facts);
  }

  @Test
  void write_nothingSaid_leavesNoField() {
    ObjectNode stored = JsonNodeFactory.instance.objectNode();

    SceneFactsField.write(SceneFacts.NONE, stored);

    assertThat(stored).isEmpty();
    assertThat(SceneFactsField.read(stored)).isEqualTo(SceneFacts.NONE);
  }
}
