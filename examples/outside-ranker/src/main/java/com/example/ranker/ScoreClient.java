package com.example.ranker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.error.StageTimeoutException;

/** The connection to the service; every failure is an error that a pipeline can act on. */
final class ScoreClient {
  /** How often a call that waits looks whether its run was cancelled. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final URI service;
  private final Duration patience;
  private final HttpClient http;

  ScoreClient(URI service, Duration patience) {
    this.service = Objects.requireNonNull(service, "service");
    this.patience = Objects.requireNonNull(patience, "patience");
    this.http = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  double score(byte[] png, StageContext context) throws InterruptedException {
    context.checkActive();
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .timeout(patience)
            .header("Content-Type", "image/png")
            .POST(HttpRequest.BodyPublishers.ofByteArray(png))
            .build();
    return number(answered(send(request, context)));
  }

  /** Waits in short steps, so that neither a cancelled run nor its deadline waits for an answer. */
  private HttpResponse<String> send(HttpRequest request, StageContext context)
      throws InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      while (true) {
        context.checkActive();
        try {
          return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // Not answered yet.
        }
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private StageException failure(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return new StageTimeoutException(patience, patience);
    }
    if (cause instanceof IOException) {
      return new ProviderUnavailableException(
          "score service: no answer (" + cause.getClass().getSimpleName() + ") - start it",
          cause,
          RetryInfo.once(true));
    }
    return new StageException("score service: the call failed", cause, RetryInfo.once(false));
  }

  private static String answered(HttpResponse<String> response) {
    int status = response.statusCode();
    String message = "score service: status " + status;
    if (status == 429) {
      throw new ProviderThrottledException(message + " - ask less often", null, again());
    }
    if (status == 401 || status == 403) {
      throw new AccessDeniedException(
          message + " - check your access", null, RetryInfo.once(false));
    }
    if (status >= 500) {
      throw new ProviderUnavailableException(message + " - try again later", null, again());
    }
    if (status != 200) {
      throw new StageException(message + " - check the address");
    }
    return response.body();
  }

  private static double number(String body) {
    try {
      double score = Double.parseDouble(body.strip());
      if (Double.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      // Reported below, as is a number that is not finite.
    }
    throw new MalformedReplyException("score", "must be a finite number", excerpt(body));
  }

  private static String excerpt(String body) {
    return body.substring(0, Math.min(40, body.length()));
  }

  private static RetryInfo again() {
    return RetryInfo.once(true);
  }
}
