package org.brandimage.spi.rank;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/** The input of a {@link Ranker}: the pictures and, in a pipeline, the brief. Immutable. */
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
   * {@return a request to rank pictures without a brief}
   *
   * @param contenders the pictures, ids unique; may be empty
   * @throws IllegalArgumentException when two contenders have one id
   */
  public static RankRequest of(List<Contender> contenders) {
    return new RankRequest(contenders, null);
  }

  /**
   * {@return a copy of this request with a brief}
   *
   * @param brief the brief, with its brand kit
   */
  public RankRequest withBrief(CampaignBrief brief) {
    return new RankRequest(contenders, Objects.requireNonNull(brief, "brief"));
  }

  /** {@return the pictures, ids unique; may be empty} */
  public List<Contender> contenders() {
    return contenders;
  }

  /** {@return the brief, with its brand kit; always present in a pipeline} */
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
