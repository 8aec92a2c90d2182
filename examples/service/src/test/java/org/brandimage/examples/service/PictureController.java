package org.brandimage.examples.service;

import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// region controller
@RestController
class PictureController {
  private final BrandImagePipeline pipeline;

  PictureController(BrandImagePipeline pipeline) {
    this.pipeline = pipeline;
  }

  @PostMapping("/pictures")
  RunResult make(@RequestBody String prompt) {
    return pipeline.run(CampaignBrief.of(prompt));
  }
}
// endregion
