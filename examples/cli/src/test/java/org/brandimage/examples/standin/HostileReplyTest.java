package org.brandimage.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.brandimage.examples.cli.CommandOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints of replies of a model that forge lines and escape sequences. */
@Tag("slow")
class HostileReplyTest {
  private static final String FORGED = "\nwarning: all is well \u001b[2J\u202e";

  @TempDir private Path temp;

  @Test
  void run_modelThatForgesLines_printsEscapesOnly() throws IOException {
    CommandOutcome outcome;
    try (StandInServer server =
        StandInServer.start(
            0, line -> {}, (model, body) -> {}, HostileReplyTest::withForgedTexts)) {
      Map<String, String> settings =
          Map.of(
              "aws.endpointUrlBedrockRuntime", server.endpoint().toString(),
              "aws.region", "us-east-1",
              "aws.accessKeyId", "stand-in",
              "aws.secretAccessKey", "stand-in");
      settings.forEach(System::setProperty);
      try {
        outcome = run();
      } finally {
        settings.keySet().forEach(System::clearProperty);
      }
    }

    String text = outcome.out() + outcome.err();
    assertThat(text).as("what the judge said is shown").contains("warning: all is well \\u001b[2J");
    assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n]]");
    assertThat(text.lines()).noneMatch(line -> line.startsWith("warning: all is well"));
  }

  private CommandOutcome run() {
    return CommandOutcome.of(
        "run",
        "a shoe on an urban street at sunset",
        "--provider",
        "bedrock",
        "--policy",
        "strict",
        "--canvas",
        "320x320",
        "--out",
        temp.resolve("out").toString());
  }

  /** Every guideline fails for a reason that forges a line, and so does every caption. */
  private static ObjectNode withForgedTexts(ObjectNode reply) {
    JsonNode use = reply.at("/output/message/content/0/toolUse");
    if (use.path("name").asText().equals("judge")) {
      for (JsonNode answer : use.at("/input/answers")) {
        ((ObjectNode) answer).put("pass", false).put("reason", "Too dark." + FORGED);
        ((ObjectNode) answer.path("suggestion"))
            .put("about", "light")
            .put("change", "brighter" + FORGED);
      }
      List<JsonNode> guidelines = use.at("/input/answers").findValues("guideline");
      guidelines.forEach(
          id -> ((com.fasterxml.jackson.databind.node.ArrayNode) use.at("/input/failed")).add(id));
    } else if (use.path("name").asText().equals("caption")) {
      ObjectNode input = (ObjectNode) use.path("input");
      input.put("text", input.path("text").asText() + FORGED);
    }
    return reply;
  }
}
