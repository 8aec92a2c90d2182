package org.brandimage.examples.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.RunHandle;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spring.RunEventStream;
import org.springframework.stereotype.Component;

/** The latest runs of the service, in memory: the oldest goes when there are too many. */
@Component
class Campaigns {
  private static final int MOST = 100;

  /** A run with its events. */
  record Campaign(RunHandle run, RunEventStream events) {}

  private final BrandImagePipeline pipeline;
  private final Executor executor;
  private final Map<String, Campaign> campaigns =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Campaign> eldest) {
          return size() > MOST;
        }
      };

  Campaigns(BrandImagePipeline pipeline, Executor applicationTaskExecutor) {
    this.pipeline = pipeline;
    this.executor = applicationTaskExecutor;
  }

  Campaign start(CampaignBrief brief) {
    RunEventStream events = new RunEventStream(executor);
    Campaign campaign = new Campaign(pipeline.runAsync(brief, events), events);
    synchronized (campaigns) {
      campaigns.put(campaign.run().id(), campaign);
    }
    return campaign;
  }

  Optional<Campaign> find(String id) {
    synchronized (campaigns) {
      return Optional.ofNullable(campaigns.get(id));
    }
  }
}
