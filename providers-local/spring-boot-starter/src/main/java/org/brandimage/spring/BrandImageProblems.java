package org.brandimage.spring;

import java.util.Map;
import java.util.Optional;
import org.brandimage.spi.error.AllCandidatesFailedException;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.BudgetExceededException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.QueueFullException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns this library's errors into problem details (RFC 9457). What the caller of the service can
 * mend carries its message, which names field, value and remedy; all else says only what kind of
 * failure it was and in which stage and run, so that nothing of the service's inside gets out.
 */
@RestControllerAdvice
public final class BrandImageProblems {
  private static final String RETRY_SECONDS = "10";

  private static final Map<Class<? extends BrandImageException>, HttpStatus> STATUS =
      Map.ofEntries(
          Map.entry(InvalidInputException.class, HttpStatus.BAD_REQUEST),
          Map.entry(UnreadableImageException.class, HttpStatus.UNPROCESSABLE_ENTITY),
          Map.entry(UnsupportedInputException.class, HttpStatus.UNPROCESSABLE_ENTITY),
          Map.entry(ContentRejectedException.class, HttpStatus.UNPROCESSABLE_ENTITY),
          Map.entry(AllCandidatesFailedException.class, HttpStatus.UNPROCESSABLE_ENTITY),
          Map.entry(BudgetExceededException.class, HttpStatus.PAYMENT_REQUIRED),
          Map.entry(RunCancelledException.class, HttpStatus.CONFLICT),
          Map.entry(QueueFullException.class, HttpStatus.SERVICE_UNAVAILABLE),
          Map.entry(ProviderThrottledException.class, HttpStatus.SERVICE_UNAVAILABLE),
          Map.entry(ProviderUnavailableException.class, HttpStatus.SERVICE_UNAVAILABLE),
          Map.entry(StageTimeoutException.class, HttpStatus.GATEWAY_TIMEOUT));

  /** Creates the advice. */
  public BrandImageProblems() {}

  /**
   * Turns an error into a problem.
   *
   * @param error the error
   * @return the response, with Retry-After where a later try may succeed
   */
  @ExceptionHandler(BrandImageException.class)
  public ResponseEntity<ProblemDetail> problem(BrandImageException error) {
    HttpStatusCode status = STATUS.getOrDefault(error.getClass(), HttpStatus.INTERNAL_SERVER_ERROR);
    ProblemDetail problem = ProblemDetail.forStatus(status);
    String kind = error.getClass().getSimpleName().replaceAll("Exception$", "");
    problem.setTitle(kind.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
    problem.setDetail(detail(error, status));
    error.stage().ifPresent(stage -> problem.setProperty("stage", stage));
    error.runId().ifPresent(run -> problem.setProperty("runId", run));
    // Not by HttpHeaders: it is a map of lists in Spring 6 and no longer in Spring 7.
    ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header("Retry-After", RETRY_SECONDS);
    }
    return response.body(problem);
  }

  private static String detail(BrandImageException error, HttpStatusCode status) {
    // Inside a run an input is a file or model of the service, whose path is not the caller's.
    boolean inside = error instanceof InvalidInputException && error.stage().isPresent();
    boolean callers = error instanceof QueueFullException || !status.is5xxServerError();
    return callers && !inside && !(error instanceof AllCandidatesFailedException)
        ? Optional.ofNullable(error.getMessage()).orElse("")
        : "the request could not be completed; the service's log says more";
  }
}
