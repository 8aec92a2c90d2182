package org.brandimage.local.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.error.UnsupportedInputException;

/** Says in this library's errors what went wrong in LangChain4j; no message quotes a server. */
final class ChatFailures {
  private ChatFailures() {}

  /**
   * Returns the error that stands for another.
   *
   * @throws InterruptedException when the call was interrupted
   */
  static StageException translated(RuntimeException e) throws InterruptedException {
    throwIfInterrupted(e);
    if (e instanceof RateLimitException) {
      return new ProviderThrottledException(
          "the chat model's service is busy - try later", e, RetryInfo.once(true));
    }
    if (e instanceof AuthenticationException) {
      return new AccessDeniedException(
          "the chat model's service refused the key - check it", e, RetryInfo.once(false));
    }
    if (e instanceof ContentFilteredException) {
      return new ContentRejectedException(
          "content", "the chat model's service refused the content", RetryInfo.once(false));
    }
    if (e instanceof TimeoutException) {
      return new UnknownOutcomeException(
          "the chat model did not answer in time - raise its timeout", e, RetryInfo.once(true));
    }
    if (e instanceof InvalidRequestException || e instanceof IllegalArgumentException) {
      return new UnsupportedInputException(
          "the chat model's service does not take this request (" + status(e) + ")");
    }
    if (e instanceof ModelNotFoundException) {
      return new StageException(
          "the chat model's service has no such model - check its name", e, RetryInfo.once(false));
    }
    return unanswered(e);
  }

  /** Returns the error of a call that the service has not answered as it should. */
  private static StageException unanswered(RuntimeException e) {
    if (e instanceof InternalServerException
        || e instanceof UnresolvedModelServerException
        || refused(e)) {
      return new ProviderUnavailableException(
          "the chat model's service cannot be reached or failed (" + status(e) + ")",
          e,
          RetryInfo.once(true));
    }
    if (broken(e)) {
      return new UnknownOutcomeException(
          "the connection to the chat model's service broke - it may have answered and billed",
          e,
          RetryInfo.once(true));
    }
    return new StageException(
        "the chat model failed (" + status(e) + ")", e, RetryInfo.once(false));
  }

  private static void throwIfInterrupted(RuntimeException e) throws InterruptedException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        InterruptedException interrupted = new InterruptedException("the call was interrupted");
        interrupted.initCause(e);
        throw interrupted;
      }
    }
  }

  private static boolean refused(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof UnknownHostException
          || cause instanceof HttpConnectTimeoutException) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a connection was lost; an IOException of a JSON library is none of the JDK's. */
  private static boolean broken(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && cause.getClass().getPackageName().startsWith("java.")) {
        return true;
      }
    }
    return false;
  }

  private static String status(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        return "status " + http.statusCode();
      }
    }
    return e.getClass().getSimpleName();
  }
}
