package org.brandimage.opensearch;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Signs requests for Amazon OpenSearch Service and OpenSearch Serverless with AWS Signature Version
 * 4, through the AWS SDK's own signer. Needs {@code software.amazon.awssdk:http-auth-aws}, which
 * this artifact does not bring. Asks the provider for credentials each time, so short-lived ones
 * work. Thread-safe if the provider is.
 */
public final class SigV4RequestSigner implements RequestSigner {
  /** The service name of Amazon OpenSearch Service domains. */
  public static final String DOMAIN = "es";

  /** The service name of Amazon OpenSearch Serverless collections. */
  public static final String SERVERLESS = "aoss";

  private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
  private final String region;
  private final String service;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  private SigV4RequestSigner(
      IdentityProvider<? extends AwsCredentialsIdentity> credentials,
      String region,
      String service) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    this.region = Objects.requireNonNull(region, "region");
    this.service = Objects.requireNonNull(service, "service");
  }

  /**
   * Creates a signer.
   *
   * @param credentials gives the credentials; any credentials provider of the AWS SDK
   * @param region the Region of the domain or collection, such as "eu-central-1"
   * @param service {@link #DOMAIN} or {@link #SERVERLESS}
   * @return the signer
   */
  public static SigV4RequestSigner create(
      IdentityProvider<? extends AwsCredentialsIdentity> credentials,
      String region,
      String service) {
    return new SigV4RequestSigner(credentials, region, service);
  }

  @Override
  public Map<String, String> headers(Unsigned request) {
    SdkHttpRequest unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(request.uri())
            .putHeader("Content-Type", request.contentType())
            .build();
    AwsCredentialsIdentity identity = credentials.resolveIdentity().join();
    SdkHttpRequest signed =
        signer
            .sign(
                call ->
                    call.identity(identity)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(request.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
            .request();
    Map<String, String> added = new TreeMap<>();
    signed.forEachHeader(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (lower.equals("authorization") || lower.startsWith("x-amz-")) {
            added.put(name, values.get(0));
          }
        });
    return added;
  }

  @Override
  public String toString() {
    return "SigV4RequestSigner[" + service + ", " + region + "]";
  }
}
