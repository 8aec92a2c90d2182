package org.brandimage.bedrock.gateway;

import org.brandimage.bedrock.BedrockStages;
import org.brandimage.spi.context.StageContext;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * One call of a language model and one picture, for {@link SdkLogTest} to run in a JVM of its own
 * with log levels of its own, as loggers are set up once.
 */
final class SdkLogProgram {
  static final String SESSION = "MARKER-session-token";

  private SdkLogProgram() {}

  /** Runs it. */
  public static void main(String[] args) throws InterruptedException {
    AwsSessionCredentials credentials =
        AwsSessionCredentials.create(TestBedrock.ACCESS_KEY, TestBedrock.SECRET_KEY, SESSION);
    try (TestBedrock server = TestBedrock.start();
        BedrockRuntimeClient client =
            server
                .clientBuilder()
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build()) {
      BedrockStages stages = BedrockStages.create(client);
      StageContext context = StageContext.standalone();
      stages.languageModel().orElseThrow().complete(Requests.language(Requests.MARKER), context);
      stages.outpainter().orElseThrow().outpaint(Requests.marked(), context);
    }
  }
}
