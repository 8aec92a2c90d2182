package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** The rule that a request stays as it was needs a picture that can be changed at all. */
class ChangedInputTest {
  private static final Ranker FAKE = new FakeRanker();

  @Test
  void c3_changedInput_isFound() {
    assertThat(ContractRun.brokenRules(ChangingRanker.class)).containsExactly("C3");
  }

  /** Changes the order of the pixels it was given, which leaves its own answer alone. */
  static class ChangingRanker extends RankerContract {
    @Override
    protected Ranker ranker() {
      return (request, context) -> {
        request.contenders().stream()
            .map(contender -> contender.image())
            .filter(Changeable.class::isInstance)
            .forEach(image -> ((Changeable) image).swap());
        return FAKE.rank(request, context);
      };
    }

    @Override
    protected List<RankRequest> requests() {
      List<RankRequest> requests = new ArrayList<>();
      requests.add(RankRequest.of(List.of(Fixtures.contender("changeable", new Changeable()))));
      return requests;
    }
  }

  private static final class Changeable implements ImageSource {
    private final int[] pixels = {0xFF102030, 0xFFFFFFFF};

    synchronized void swap() {
      int first = pixels[0];
      pixels[0] = pixels[1];
      pixels[1] = first;
    }

    @Override
    public Size size() {
      return new Size(2, 1);
    }

    @Override
    public String digest() {
      return "changeable";
    }

    @Override
    public synchronized RasterImage raster() {
      return RasterImage.of(size(), pixels);
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }
}
