package org.brandimage.examples.standin;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.brandimage.examples.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code brandimage stand-in}: starts the stand-in for Bedrock Runtime; with a command behind it,
 * runs that command against it, as {@code env} would.
 */
@Command(
    name = "stand-in",
    description =
        "Answers as Amazon Bedrock would, on this machine, from rules; shows every request.",
    mixinStandardHelpOptions = true)
public final class StandInCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on 127.0.0.1 (default: any free one).")
  private int port;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "What to run against it, after --; without it, serve until stopped.")
  private List<String> command = List.of();

  /** Creates the command. */
  public StandInCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console out = Console.err(spec);
    try (StandInServer server = StandInServer.start(port, line -> out.line("stand-in: " + line))) {
      Map<String, String> environment = environment(server);
      environment.forEach((name, value) -> out.line(name + "=" + value));
      if (command.isEmpty()) {
        Thread.currentThread().join();
      }
      ProcessBuilder child = new ProcessBuilder(command).inheritIO();
      child.environment().putAll(environment);
      child.environment().remove("AWS_PROFILE");
      return child.start().waitFor();
    }
  }

  /** What the AWS SDK's own chains read: no real credential reaches the stand-in. */
  private static Map<String, String> environment(StandInServer server) {
    return Map.of(
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.endpoint().toString(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "stand-in",
        "AWS_SECRET_ACCESS_KEY", "stand-in");
  }
}
