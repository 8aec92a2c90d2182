package org.brandimage.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

class SigV4RequestSignerTest {
  @Test
  void headers_anyRequest_areTheSignatureOfServiceAndRegion() {
    Map<String, String> headers = signed("{}");

    assertThat(headers).containsKeys("X-Amz-Date", "X-Amz-Security-Token");
    assertThat(headers.get("Authorization"))
        .matches(
            "AWS4-HMAC-SHA256 Credential=id/\\d{8}/eu-central-1/aoss/aws4_request, "
                + "SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}");
    assertThat(headers.keySet()).noneMatch(name -> name.matches("(?i)host|content-.*"));
    // SHA-256 of "{}"
    assertThat(headers.get("x-amz-content-sha256"))
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void headers_anotherBody_haveAnotherSignature() {
    assertThat(signed("{}").get("Authorization")).isNotEqualTo(signed("[]").get("Authorization"));
  }

  private static Map<String, String> signed(String body) {
    return SigV4RequestSigner.create(new Given(), "eu-central-1", SigV4RequestSigner.SERVERLESS)
        .headers(
            new RequestSigner.Unsigned(
                "POST",
                URI.create("https://x.aoss.amazonaws.com/a/_search?p=false"),
                "application/json",
                body.getBytes(StandardCharsets.UTF_8)));
  }

  private static final class Given implements IdentityProvider<AwsCredentialsIdentity> {
    @Override
    public Class<AwsCredentialsIdentity> identityType() {
      return AwsCredentialsIdentity.class;
    }

    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(
        ResolveIdentityRequest request) {
      return CompletableFuture.completedFuture(
          AwsSessionCredentialsIdentity.create("id", "secret", "token"));
    }
  }
}
