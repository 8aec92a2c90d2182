package org.brandimage.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.bedrock.ImageModel;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.nova.NovaLanguageModel;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who thinks and paints: this machine, or Amazon Bedrock. */
final class ProviderOptions {
  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description =
          "local, or bedrock: language, outpainting and cut-outs by Amazon Bedrock, with the AWS"
              + " SDK's own settings (default: local).")
  private String provider = "local";

  @Option(
      names = "--image-model",
      paramLabel = "NAME",
      description = "With bedrock: stability, nova-canvas or nova-omni (default: stability).")
  private String imageModel = "stability";

  @Option(
      names = "--language-model",
      paramLabel = "ID",
      description =
          "With bedrock: a model id or inference profile (default: "
              + NovaLanguageModel.NOVA_2_LITE
              + ").")
  private String languageModel = NovaLanguageModel.NOVA_2_LITE;

  @Option(
      names = "--private-access",
      description =
          "With bedrock: the account may still call models that have ended for the public, as with"
              + " nova-canvas; only the service says no then.")
  private boolean privateAccess;

  @Option(
      names = "--estimate",
      description = "With bedrock: print the calls a run would make and their cost; make none.")
  private boolean estimate;

  /** A bundle that is open, or none. */
  record Access(@Nullable BedrockStages bedrock) implements AutoCloseable {
    /** Starts a pipeline that asks the provider before any other bundle. */
    PipelineBuilder pipeline() {
      PipelineBuilder builder = BrandImagePipeline.builder();
      return bedrock == null ? builder : builder.stages(bedrock);
    }

    /** Looks whether the models answer, before anything is paid for. */
    List<String> preflight() throws InterruptedException {
      return bedrock == null ? List.of() : bedrock.preflight(StageContext.standalone());
    }

    @Override
    public void close() {
      if (bedrock != null) {
        bedrock.close();
      }
    }
  }

  /** Tells whether only an estimate is wanted. */
  boolean estimate() {
    if (estimate && !bedrock()) {
      throw new InvalidInputException("estimate", provider, "a local run costs nothing");
    }
    return estimate;
  }

  /** Opens what the options name. */
  Access open() {
    return new Access(bedrock() ? stages(BedrockGateway.builder().build(), true) : null);
  }

  /** Opens what the options name, so that it can make no call. */
  Access openForReplay() {
    return new Access(bedrock() ? pricing() : null);
  }

  /** Returns stages that price requests and can make no call. */
  BedrockStages pricing() {
    return stages(BedrockGateway.builder().estimatesOnly().build(), false);
  }

  private BedrockStages stages(BedrockGateway gateway, boolean owned) {
    BedrockStages.Builder builder =
        BedrockStages.builder().languageModel(languageModel).imageModel(family());
    if (privateAccess) {
      builder.lifecycle(model -> Optional.empty());
    }
    return (owned ? builder.ownedGateway(gateway) : builder.gateway(gateway)).build();
  }

  private boolean bedrock() {
    return switch (provider) {
      case "local" -> false;
      case "bedrock" -> true;
      default -> throw new InvalidInputException("provider", provider, "give local or bedrock");
    };
  }

  private ImageModel family() {
    return switch (imageModel.toLowerCase(Locale.ROOT)) {
      case "stability" -> ImageModel.STABILITY;
      case "nova-canvas" -> ImageModel.NOVA_CANVAS;
      case "nova-omni" -> ImageModel.NOVA_OMNI;
      default ->
          throw new InvalidInputException(
              "image-model", imageModel, "give stability, nova-canvas or nova-omni");
    };
  }
}
