package org.brandimage.examples.plugin;

/** Sources of plug-ins, as another project would write them. */
final class PluginSources {
  /** A helper that the ranker cannot do without. */
  static final String SCORE =
      """
      package com.example;

      public final class Score {
        public static double of(String id) {
          return id.chars().asDoubleStream().reduce(0, (score, c) -> score * 31 % 1e6 + c);
        }
      }
      """;

  /** A captioner without an identity of its own. */
  static final String CAPTIONER =
      """
      package com.example;

      import org.brandimage.spi.caption.*;
      import org.brandimage.spi.context.StageContext;

      public final class PlainCaptioner implements Captioner {
        @Override
        public Caption caption(CaptionRequest request, StageContext context) {
          return Caption.builder("A plain shoe.", "a shoe", "floor", "a room").build();
        }
      }
      """;

  /** A measured guideline that no picture keeps. */
  static final String CHECK =
      """
      package com.example;

      import org.brandimage.spi.brief.Guideline;
      import org.brandimage.spi.context.StageContext;
      import org.brandimage.spi.judge.*;

      public final class NeverCheck implements GuidelineCheck {
        @Override
        public Guideline guideline() {
          return Guideline.required("never", "The picture is perfect.");
        }

        @Override
        public Phase phase() {
          return Phase.COMPOSITE;
        }

        @Override
        public GuidelineResult check(CheckRequest request, StageContext context) {
          return GuidelineResult.fail(this, "It is never good enough.", "").build();
        }
      }
      """;

  private PluginSources() {}

  /** A ranker by a number made of the id, with an identity, that can be closed. */
  static String ranker(String type, String id) {
    return """
    package com.example;

    import java.util.Map;
    import org.brandimage.spi.context.Identified;
    import org.brandimage.spi.context.StageContext;
    import org.brandimage.spi.context.StageIdentity;
    import org.brandimage.spi.rank.RankRequest;
    import org.brandimage.spi.rank.RankedImage;
    import org.brandimage.spi.rank.Ranker;
    import org.brandimage.spi.rank.Ranking;

    public final class TYPE implements Ranker, Identified, AutoCloseable {
      @Override
      public StageIdentity identity() {
        return new StageIdentity("ID", "1", "");
      }

      @Override
      public Ranking rank(RankRequest request, StageContext context) {
        return Ranking.of(
            request.contenders().stream()
                .map(c -> new RankedImage(c.id(), Score.of(c.id()), Map.of()))
                .toList());
      }

      @Override
      public void close() {
        System.setProperty("com.example.closed", "ID");
      }
    }
    """
        .replace("TYPE", type)
        .replace("ID", id);
  }
}
