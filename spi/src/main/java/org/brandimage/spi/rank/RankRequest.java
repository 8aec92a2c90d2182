package org.brandimage.spi.rank;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/** The input of a {@link Ranker}: pictures and what was asked for. Immutable. */
public final class RankRequest implements StageRequest {
  private final List<Contender> contenders;
  private final @Nullable CampaignBrief brief;

  private RankRequest(List<Contender> contenders, @Nullable CampaignBrief brief) {
    this.contenders = List.copyOf(contenders);
    this.brief = brief;
    HashSet<String> ids = new HashSet<>();
    for (Contender contender : contenders) {
      if (!ids.add(contender.id())) {
        throw new IllegalArgumentException("contender stands twice: " + contender.id());
      }
    }
  }

  /**
   * Returns a request to rank pictures by themselves.
   *
   * @param contenders the pictures, ids unique; may be empty
   * @return the request
   * @throws IllegalArgumentException when an id stands twice
   */
  public static RankRequest of(List<Contender> contenders) {
    return new RankRequest(contenders, null);
  }

  /**
   * Returns this request with what was asked for.
   *
   * @param brief the brief, with the brand kit
   * @return a new request
   */
  public RankRequest withBrief(CampaignBrief brief) {
    return new RankRequest(contenders, Objects.requireNonNull(brief, "brief"));
  }

  /**
   * Returns the pictures.
   *
   * @return the pictures, ids unique; may be empty
   */
  public List<Contender> contenders() {
    return contenders;
  }

  /**
   * Returns what was asked for, with the brand kit.
   *
   * @return the brief, always there in a pipeline
   */
  public Optional<CampaignBrief> brief() {
    return Optional.ofNullable(brief);
  }

  @Override
  public String fingerprint() {
    Fingerprint print =
        Fingerprint.of("rank")
            .add(brief == null ? "" : brief.prompt())
            .add(brief == null ? "" : brief.brandKit().fingerprint())
            .add(contenders.size());
    contenders.forEach(contender -> contender.addTo(print));
    return print.toHex();
  }

  @Override
  public String toString() {
    return "RankRequest[" + contenders.size() + " contenders]";
  }
}
