package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.AnsweredBy;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidelineDataTest {
  @Test
  void baseline_unknownGenerator_isElevenFailureModesAllRequiredButTheCaption() {
    List<Guideline> guidelines =
        GuidelineSet.baseline().forOutpainter(new StageIdentity("Other", "", ""));

    assertThat(guidelines).hasSize(11);
    assertThat(guidelines)
        .filteredOn(guideline -> guideline.necessity() == Necessity.FLEXIBLE)
        .extracting(Guideline::id)
        .containsExactly("matches-caption");
  }

  @Test
  void baseline_idsOfMeasuredChecks_areThoseOfTheChecks() {
    List<String> measured =
        MeasuredChecks.baseline().stream().map(check -> check.guideline().id()).toList();

    assertThat(GuidelineSet.baseline().forOutpainter(new StageIdentity("Other", "", "")))
        .filteredOn(guideline -> guideline.answeredBy() != AnsweredBy.MODEL)
        .filteredOn(guideline -> !guideline.id().equals("no-halo"))
        .extracting(Guideline::id)
        .isSubsetOf(measured);
  }

  @Test
  void forOutpainter_knownGenerator_addsAndLeavesOut() {
    GuidelineSet set = GuidelineSet.baseline();

    assertThat(set.forOutpainter(new StageIdentity("CompositingOutpainter", "1", "")))
        .extracting(Guideline::id)
        .doesNotContain("no-garbled-lettering", "no-extra-body-parts")
        .contains("contact-shadow");
    assertThat(set.forOutpainter(new StageIdentity("x", "1", "amazon.nova-canvas-v1:0")))
        .extracting(Guideline::id)
        .contains("no-second-surface", "no-garbled-lettering");
    assertThat(set.forOutpainter(new StageIdentity("StabilityOutpainter", "1", "")))
        .extracting(Guideline::id)
        .contains("no-watermark");
  }

  @Test
  void read_wholeBrandKit_hasEveryField() {
    BrandKit kit =
        BrandKitReader.read(
            """
            {"name": "Acme", "palette": ["#E4572E"], "safeMargin": 0.06,
             "safeZones": [{"x": 0, "y": 0, "width": 1, "height": 0.2}],
             "forbiddenElements": ["people"],
             "guidelines": [{"id": "calm", "statement": "It is calm.", "necessity": "flexible",
                             "weight": 2.5, "answeredBy": "model"},
                            {"id": "whole", "statement": "It is whole."}]}
            """);

    assertThat(kit.name()).isEqualTo("Acme");
    assertThat(kit.palette()).containsExactly(Rgb.parse("#E4572E"));
    assertThat(kit.safeMargin()).isEqualTo(0.06);
    assertThat(kit.safeZones()).containsExactly(new SafeZone(0, 0, 1, 0.2));
    assertThat(kit.forbiddenElements()).containsExactly("people");
    assertThat(kit.guidelines())
        .containsExactly(
            new Guideline("calm", "It is calm.", Necessity.FLEXIBLE, 2.5, AnsweredBy.MODEL),
            Guideline.required("whole", "It is whole."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                      | brand kit
          [1]                                                     | brand kit
          {}                                                      | name
          {"name": 7}                                             | name
          {"name": "a", "name": "b"}                              | brand kit
          {"name": "a", "colours": []}                            | colours
          {"name": "a", "palette": "red"}                         | palette
          {"name": "a", "palette": ["red"]}                       | red
          {"name": "a", "safeMargin": "wide"}                     | safeMargin
          {"name": "a", "safeMargin": 0.9}                        | safeMargin
          {"name": "a", "safeZones": [[0, 0, 1, 1]]}              | safe zone
          {"name": "a", "safeZones": [{"x": 0, "y": 0, "width": 1}]} | safe zone height
          {"name": "a", "safeZones": [{"x": 0, "y": 0, "width": 2, "height": 1}]} | safe zone
          {"name": "a", "guidelines": [1]}                        | guideline
          {"name": "a", "guidelines": [{"id": "A b", "statement": "s"}]} | guideline id
          {"name": "a", "guidelines": [{"id": "a"}]}              | statement
          {"name": "a", "guidelines": [{"id": "a", "statement": "s", "necessity": "maybe"}]} | necessity
          {"name": "a", "guidelines": [{"id": "a", "statement": "s", "weight": "x"}]} | weight
          {"name": "a", "guidelines": [{"id": "a", "statement": "s", "weight": 0}]} | weight
          {"name": "a", "guidelines": [{"id": "a", "statement": "s", "answeredBy": "me"}]} | answeredBy
          {"name": "a", "guidelines": [{"id": "a", "statement": "s"}, {"id": "a", "statement": "s"}]} | guideline id
          """)
  void read_malformedBrandKit_namesTheField(String json, String field) {
    assertThatThrownBy(() -> BrandKitReader.read(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"generators": [{"model": "("}]}          | model
          {"generators": [{"add": []}]}             | model
          {"generators": [{"model": "x", "leaveOut": [1]}]} | leaveOut
          {"more": []}                              | more
          """)
  void parse_malformedGuidelineSet_namesTheField(String json, String field) {
    assertThatThrownBy(() -> GuidelineSet.parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(field);
  }
}
