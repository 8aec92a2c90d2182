package org.brandimage.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.brandimage.archive.RunArchive;
import org.brandimage.archive.ValueJson;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The results that an earlier run of a batch has left in the folders of its briefs. */
final class EarlierResults {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierResults.class);
  private static final int MOST_BYTES = 64 << 20;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ValueJson values = ValueJson.create();
  private final RunArchive archive;

  EarlierResults(RunArchive archive) {
    this.archive = archive;
  }

  /**
   * Returns the result in a folder when it is whole and its brief is equal to the one given. Briefs
   * are compared in the form that {@code run.json} gives them, in which pinned assets are ids.
   */
  Optional<RunResult> find(CampaignBrief brief, Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      RunResult result = archive.read(folder);
      Path file = folder.resolve(RunArchive.RUN_JSON);
      String text = BoundedFile.readText(file, RunArchive.RUN_JSON, MOST_BYTES);
      boolean equal =
          mapper.readTree(values.write(brief)).equals(mapper.readTree(text).path("brief"));
      return equal ? Optional.of(result) : Optional.empty();
    } catch (JsonProcessingException | RuntimeException e) {
      // Whatever is wrong with the folder of one brief, running that brief again mends it.
      LOG.debug("no whole result of an earlier run: {}", e.getClass().getName());
      return Optional.empty();
    }
  }
}
