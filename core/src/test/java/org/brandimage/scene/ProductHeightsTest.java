package org.brandimage.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductHeightsTest {
  @ParameterizedTest
  @CsvSource({
    "shoe, 12",
    "running shoes, 12",
    "rubber duck, 9",
    "yellow Rubber Ducks, 9",
    "toy robot, 15",
    "glass jar, 12",
    "wine glasses, 21",
    "sunglasses, 5",
    "leather sofa, 85",
    "t-shirt, 70",
    "floor lamp, 155",
    "toy sofa, 15",
    "rc car, 15",
    "mini motorcycle toy, 15"
  })
  void find_nounPhrase_givesItsHeadsHeight(String text, double cm) {
    assertThat(ProductHeights.load().find(text).orElseThrow().cm()).isEqualTo(cm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flumox", "shoehorn thing"})
  void find_unknownNoun_isEmpty(String text) {
    assertThat(ProductHeights.load().find(text)).isEmpty();
  }

  @Test
  void load_list_holdsManySensibleHeights() {
    assertThat(ProductHeights.load().size()).isGreaterThanOrEqualTo(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mini sofa", "a model of a bicycle"})
  void find_smallOfItsKind_isNotTheHeightOfTheKind(String text) {
    assertThat(ProductHeights.load().find(text)).isEmpty();
  }

  @Test
  void find_nounWithARange_givesIt() {
    ProductHeight plant = ProductHeights.load().find("a plant").orElseThrow();

    assertThat(plant.lowCm()).isEqualTo(10);
    assertThat(plant.highCm()).isEqualTo(200);
    assertThat(plant.source()).isEqualTo("typical of a plant");
  }

  @Test
  void find_nounWithoutARange_isWithinAThird() {
    ProductHeight shoe = ProductHeights.load().find("shoe").orElseThrow();

    assertThat(shoe.lowCm()).isEqualTo(9);
    assertThat(shoe.highCm()).isEqualTo(16);
  }

  @Test
  void new_heightsOutOfOrder_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProductHeight("mug", 10, 11, 12, "any"));
  }
}
