package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.SharedModels;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** The real NIMA heads beside ONNX Runtime's own interface, fed by a loop from the definition. */
class NimaReferenceTest {
  private static final int SIDE = 224;

  @Test
  void rank_sharedPhoto_isTheMeanRawOnnxRuntimeGives() throws Exception {
    ModelStore store = SharedModels.real();
    Path file = SharedModels.folder("photos/products").resolve("can/00.jpg");
    RasterImage photo = ImageDecoder.create().open(file, "can/00").raster();

    try (NimaRanker aesthetic = NimaRanker.aesthetic(store);
        NimaRanker technical = NimaRanker.technical(store)) {
      assertThat(score(aesthetic, photo))
          .isCloseTo(reference(store, ModelCatalogue.NIMA_AESTHETIC, photo), within(1e-4));
      assertThat(score(technical, photo))
          .isCloseTo(reference(store, ModelCatalogue.NIMA_TECHNICAL, photo), within(1e-4));
    }
  }

  private static double score(NimaRanker ranker, RasterImage photo) throws InterruptedException {
    RankRequest request = RankRequest.of(List.of(Fixtures.contender("x", photo)));
    return ranker.rank(request, StageContext.standalone()).images().get(0).score();
  }

  private static double reference(ModelStore store, ModelEntry entry, RasterImage photo)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    FloatBuffer values = FloatBuffer.allocate(3 * SIDE * SIDE);
    for (int shift = 16; shift >= 0; shift -= 8) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          // Keras' nearest pixel: the one under the middle of what the target pixel covers.
          int column = (int) ((x + 0.5) * photo.width() / SIDE);
          int row = (int) ((y + 0.5) * photo.height() / SIDE);
          values.put(((photo.argb(column, row) >> shift) & 0xFF) / 255f);
        }
      }
    }
    values.rewind();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(store.file(entry).toString(), options);
        OnnxTensor input =
            OnnxTensor.createTensor(environment, values, new long[] {1, 3, 224, 224});
        OrtSession.Result result = session.run(Map.of("image", input))) {
      FloatBuffer shares = ((OnnxTensor) result.get("distribution").orElseThrow()).getFloatBuffer();
      double mean = 0;
      for (int i = 1; i <= 10; i++) {
        mean += i * shares.get(i - 1);
      }
      return mean;
    }
  }
}
