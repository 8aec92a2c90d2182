package org.brandimage.examples.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.brandimage.examples.service.Campaigns.Campaign;
import org.brandimage.pipeline.RunProgress;
import org.brandimage.pipeline.RunProgress.Status;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.BrandImageException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Campaigns over HTTP: make one, follow it, fetch its pictures, cancel it. */
@RestController
@RequestMapping("/campaigns")
class CampaignController {
  private final Campaigns campaigns;

  CampaignController(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Object> start(@RequestBody BriefForm form) {
    String id = campaigns.start(form.toBrief()).run().id();
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("id", id);
    for (String part : List.of("progress", "events", "result")) {
      links.put(part, "/campaigns/" + id + "/" + part);
    }
    return links;
  }

  @GetMapping("/{id}/progress")
  RunProgress progress(@PathVariable String id) {
    return find(id).run().progress();
  }

  @GetMapping("/{id}/events")
  SseEmitter events(@PathVariable String id) {
    return find(id).events().subscribe();
  }

  /** The result, or 409 while there is none; a failed run gives the problem of its failure. */
  @GetMapping("/{id}/result")
  RunResult result(@PathVariable String id) {
    return finished(id);
  }

  @GetMapping(path = "/{id}/pictures/{number}", produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable int number)
      throws IOException {
    List<Finalist> finalists = finished(id).finalists();
    if (number < 1 || number > finalists.size()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "there are " + finalists.size() + " pictures, from 1");
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    finalists.get(number - 1).writePng(png);
    return ResponseEntity.ok(png.toByteArray());
  }

  @DeleteMapping("/{id}")
  RunProgress cancel(@PathVariable String id) {
    Campaign campaign = find(id);
    campaign.run().cancel();
    return campaign.run().progress();
  }

  private RunResult finished(String id) {
    Campaign campaign = find(id);
    Status status = campaign.run().progress().status();
    if (status == Status.QUEUED || status == Status.RUNNING) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "the run is " + status.label());
    } else if (status == Status.CANCELLED) {
      throw new ResponseStatusException(HttpStatus.GONE, "the run was cancelled");
    }
    try {
      return campaign.run().future().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof BrandImageException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private Campaign find(String id) {
    return campaigns
        .find(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such campaign"));
  }
}
