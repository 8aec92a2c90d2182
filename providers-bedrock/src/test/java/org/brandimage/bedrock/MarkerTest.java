package org.brandimage.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.brandimage.bedrock.gateway.Reply;
import org.brandimage.bedrock.gateway.Requests;
import org.brandimage.bedrock.gateway.Seen;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

/** A service that quotes everything it was sent, and a search for what must not be quoted on. */
class MarkerTest {
  private static final List<String> MARKERS =
      List.of(
          "MARKER", "launch-date", TestBedrock.SECRET_KEY, TestBedrock.ACCESS_KEY, "iVBORw0KGgo");

  private final StringWriter said = new StringWriter();

  @Test
  void failure_ofAServiceThatQuotesTheRequest_showsNoPromptPixelOrSecret() throws IOException {
    List<Function<Seen, Reply>> echoes =
        List.of(
            request -> Reply.invalid(echo(request)),
            request -> Reply.error(403, "AccessDeniedException", echo(request)),
            request -> Reply.error(404, "ResourceNotFoundException", echo(request)),
            request -> Reply.error(500, "InternalServerException", echo(request)),
            request -> Reply.error(429, "ThrottlingException", echo(request)),
            request -> Reply.json("\"" + request.body().toString().replace('"', '\'') + "\""),
            request -> Reply.json("{\"images\": [\"" + Requests.MARKER + "\"]}"),
            request ->
                Reply.json("{\"finish_reasons\": [\"Inference error " + Requests.MARKER + "\"]}"));
    for (Function<Seen, Reply> echo : echoes) {
      try (TestBedrock server = TestBedrock.start(echo)) {
        BedrockStages stages = BedrockStages.builder().gateway(server.gateway()).build();
        TestContext context = TestContexts.active();
        note(
            catchThrowable(
                () ->
                    stages
                        .languageModel()
                        .orElseThrow()
                        .complete(Requests.language(Requests.MARKER), context)));
        note(
            catchThrowable(
                () -> stages.outpainter().orElseThrow().outpaint(Requests.marked(), context)));
        said.append(stages.toString()).append(context.calls().toString());
        context.calls().forEach(call -> said.append(call.parameters().toString()));
      }
    }
    assertThat(said.toString()).isNotEmpty().doesNotContain(MARKERS);
    // Written by slf4j-simple at level TRACE, see simplelogger.properties.
    assertThat(Files.readString(Path.of("target", "test.log")))
        .contains("attempt 1")
        .doesNotContain(MARKERS);
  }

  private void note(Throwable failure) {
    if (failure != null) {
      failure.printStackTrace(new PrintWriter(said));
    }
  }

  private static String echo(Seen request) {
    return "cannot process " + request.body() + " signed " + request.headers().get("authorization");
  }
}
