package org.brandimage.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.QueueFullException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class BrandImageProblemsTest {
  private final BrandImageProblems problems = new BrandImageProblems();

  static List<Arguments> errors() {
    return List.of(
        Arguments.of(new InvalidInputException("canvas", "1x1", "give more"), 400),
        Arguments.of(new UnsupportedInputException("no product - pin one"), 422),
        Arguments.of(new QueueFullException(2, 3), 503),
        Arguments.of(
            new ProviderUnavailableException("down", null, StageException.RetryInfo.once(true)),
            503),
        Arguments.of(new StageException("secret inside"), 500));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void problem_error_hasItsStatus(BrandImageException error, int status) {
    ResponseEntity<ProblemDetail> response = problems.problem(error);

    assertThat(response.getStatusCode().value()).isEqualTo(status);
    assertThat(response.getHeaders().getFirst("Retry-After") != null).isEqualTo(status == 503);
  }

  @Test
  void problem_badCanvas_namesFieldValueAndRemedy() {
    ProblemDetail problem =
        Stream.of("1x1")
            .map(
                text -> {
                  try {
                    CanvasSize.parse(text);
                    throw new AssertionError("1x1 is no canvas");
                  } catch (InvalidInputException e) {
                    return problems.problem(e).getBody();
                  }
                })
            .findFirst()
            .orElseThrow();

    assertThat(problem.getTitle()).isEqualTo("Invalid Input");
    assertThat(problem.getDetail()).contains("canvas", "1x1", "64");
  }

  @Test
  void problem_insideFailure_tellsNothingOfTheInside() {
    StageException error = new StageException("secret inside");
    error.locate("rank", "org.example.Secret", "run-1");

    ProblemDetail problem = problems.problem(error).getBody();

    assertThat(problem).isNotNull();
    assertThat(problem.toString()).doesNotContain("secret", "Secret");
    assertThat(problem.getProperties())
        .containsEntry("stage", "rank")
        .containsEntry("runId", "run-1");
  }
}
