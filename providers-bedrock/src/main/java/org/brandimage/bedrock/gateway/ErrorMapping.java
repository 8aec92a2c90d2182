package org.brandimage.bedrock.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.brandimage.bedrock.gateway.Failure.Outcome;
import org.brandimage.bedrock.wire.ModelCall;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.error.UnsupportedInputException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;

/**
 * The mapping of the SDK's exceptions to typed errors, by type and status, and by words of the
 * message where several errors share a type. The SDK's exception is not kept as a cause, since its
 * message may quote the request.
 *
 * <p>Source: the errors of InvokeModel and Converse in the service model (botocore 1.43.107).
 */
final class ErrorMapping {
  private static final int UNREACHABLE_ATTEMPTS = 4;
  private static final int SERVER_ERROR = 500;
  private static final Pattern RETIRED =
      Pattern.compile("end of (its )?life|marked by provider as legacy|has been retired");
  private static final Pattern UNKNOWN_MODEL =
      Pattern.compile("model identifier is invalid|could not resolve the foundation model");
  private static final Pattern PROFILE_ONLY = Pattern.compile("on-demand throughput isn.t support");
  private static final Pattern FILTERED = Pattern.compile("blocked by our content filters");

  /** By name, as a caller's client may come without Apache's classes. */
  private static final Set<String> NOT_CONNECTED =
      Set.of(
          "ConnectTimeoutException",
          "ConnectionRequestTimeoutException",
          "HttpHostConnectException",
          "SSLHandshakeException");

  private final String model;
  private final List<String> sent;
  private final int attempts;

  private ErrorMapping(String model, List<String> sent, int attempts) {
    this.model = model;
    this.sent = sent;
    this.attempts = attempts;
  }

  static Failure of(SdkException e, ModelCall<?, ?> call, int attempts) {
    ErrorMapping mapping = new ErrorMapping(call.model(), call.sent(), attempts);
    return e instanceof AwsServiceException service
        ? mapping.ofService(service)
        : mapping.ofClient(e);
  }

  private Failure ofService(AwsServiceException e) {
    int status = e.statusCode();
    String said = said(e);
    if (e instanceof ServiceQuotaExceededException) {
      return refused(new ProviderThrottledException(said, null, attempt(e, true)));
    }
    if (status == 429) {
      String remedy = said + " - ask for fewer at once, or for a higher quota";
      return notExecuted(new ProviderThrottledException(remedy, null, attempt(e, true)));
    }
    if (status == 503) {
      return notExecuted(new ProviderUnavailableException(said, null, attempt(e, true)));
    }
    if (e instanceof ModelErrorException failed
        && failed.originalStatusCode() != null
        && failed.originalStatusCode() < SERVER_ERROR) {
      return refused(new StageException(said, null, attempt(e, false)));
    }
    if (status >= SERVER_ERROR || status == 408 || status == 424) {
      return new Failure(Outcome.UNKNOWN, unknown(said, attempt(e, true)), Integer.MAX_VALUE);
    }
    return refused(refusal(e, status, said));
  }

  private BrandImageException refusal(AwsServiceException e, int status, String said) {
    String words = said.toLowerCase(Locale.ROOT);
    boolean missing = status == 404 || UNKNOWN_MODEL.matcher(words).find();
    if (RETIRED.matcher(words).find() || (missing && Retirements.find(model).isPresent())) {
      return Retirements.failure(model);
    }
    if (FILTERED.matcher(words).find()) {
      String category = words.contains("input image") ? "input image" : "prompt";
      return new ContentRejectedException(category, said, attempt(e, false));
    }
    if (PROFILE_ONLY.matcher(words).find()) {
      return new InvalidInputException(
          "model", model, "give an inference profile such as us." + ModelIds.base(model));
    }
    if (missing) {
      return new InvalidInputException(
          "model", model, "the Region does not know it; check the id, the Region and the profile");
    }
    if (status == 401 || status == 403) {
      String remedy =
          " - check the credentials, the role's rights (bedrock:InvokeModel on profile"
              + " and models) and the account's access to the model";
      return new AccessDeniedException(said + remedy, null, attempt(e, false));
    }
    return status == 400
        ? new UnsupportedInputException(said)
        : new StageException(said, null, attempt(e, false));
  }

  private Failure ofClient(SdkException e) {
    if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
      return unknownClient("no reply in time");
    }
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      String kind = cause.getClass().getSimpleName();
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof UnknownHostException
          || NOT_CONNECTED.contains(kind)) {
        String text = model + ": cannot be reached (" + kind + ") - check network and Region";
        return new Failure(
            Outcome.NOT_EXECUTED,
            new ProviderUnavailableException(text, null, new RetryInfo(attempts, true, "")),
            UNREACHABLE_ATTEMPTS);
      }
      if (cause instanceof IOException && !kind.startsWith("Json")) {
        return unknownClient("the connection broke (" + kind + ")");
      }
    }
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("credentials") || words.contains("identity")) {
      String text = model + ": no usable AWS credentials - set them as the AWS SDK expects them";
      return refused(new AccessDeniedException(text, null, new RetryInfo(attempts, false, "")));
    }
    return new Failure(
        Outcome.UNKNOWN,
        new MalformedReplyException("body", "is not what the service documents", ""),
        Integer.MAX_VALUE);
  }

  private Failure unknownClient(String problem) {
    RetryInfo attempt = new RetryInfo(attempts, true, "");
    return new Failure(
        Outcome.UNKNOWN, unknown(model + ": " + problem, attempt), Integer.MAX_VALUE);
  }

  private static UnknownOutcomeException unknown(String said, RetryInfo attempt) {
    return new UnknownOutcomeException(
        said + " - it may have been executed and billed", null, attempt);
  }

  private static Failure notExecuted(BrandImageException e) {
    return new Failure(Outcome.NOT_EXECUTED, e, Integer.MAX_VALUE);
  }

  private static Failure refused(BrandImageException e) {
    return new Failure(Outcome.REFUSED, e, 1);
  }

  private RetryInfo attempt(AwsServiceException e, boolean retryable) {
    return new RetryInfo(attempts, retryable, requestId(e));
  }

  private String said(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    String text = details == null || details.errorMessage() == null ? "" : details.errorMessage();
    return String.format(
        Locale.ROOT,
        "%s: %s (%d, request %s): %s",
        model,
        code.isEmpty() ? e.getClass().getSimpleName() : code,
        e.statusCode(),
        requestId(e).isEmpty() ? "without id" : requestId(e),
        text.isBlank() ? "no reason given" : Redaction.of(text, sent));
  }

  private static String requestId(AwsServiceException e) {
    return e.requestId() == null ? "" : e.requestId();
  }
}
