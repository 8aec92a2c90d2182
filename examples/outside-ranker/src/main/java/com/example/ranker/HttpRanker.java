package com.example.ranker;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A ranker by the scores of an HTTP service, which is sent each picture as PNG and answers with a
 * number, higher is better. Thread-safe.
 */
public final class HttpRanker implements Ranker, Identified {
  /** The system property with the address of the service, for a ranker found in a jar. */
  public static final String ADDRESS = "com.example.ranker.url";

  private static final String DEFAULT_ADDRESS = "http://localhost:8080/score";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ScoreClient client;

  /** Creates a ranker by the service that the system property {@link #ADDRESS} names. */
  public HttpRanker() {
    this(URI.create(System.getProperty(ADDRESS, DEFAULT_ADDRESS)), PATIENCE);
  }

  /**
   * Creates a ranker.
   *
   * @param service where pictures are sent
   * @param patience how long one answer may take
   */
  public HttpRanker(URI service, Duration patience) {
    this.client = new ScoreClient(service, patience);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("http-score", "1", "");
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    List<RankedImage> ranked = new ArrayList<>();
    for (Contender contender : request.contenders()) {
      byte[] png = Png.of(contender.image(), context);
      double score = client.score(png, context);
      ranked.add(new RankedImage(contender.id(), score, Map.of("score", score)));
    }
    return Ranking.of(ranked);
  }
}
