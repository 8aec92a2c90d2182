package org.brandimage.spi.rank;

import java.util.HashSet;
import java.util.List;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.result.Fingerprint;

/**
 * The input of a {@link Ranker}.
 *
 * @param contenders the pictures, ids unique; may be empty
 */
public record RankRequest(List<Contender> contenders) implements StageRequest {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when an id stands twice
   */
  public RankRequest {
    contenders = List.copyOf(contenders);
    HashSet<String> ids = new HashSet<>();
    for (Contender contender : contenders) {
      if (!ids.add(contender.id())) {
        throw new IllegalArgumentException("contender stands twice: " + contender.id());
      }
    }
  }

  @Override
  public String fingerprint() {
    Fingerprint print = Fingerprint.of("rank").add(contenders.size());
    contenders.forEach(contender -> contender.addTo(print));
    return print.toHex();
  }
}
