package org.brandimage.bedrock;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.bedrock.canvas.CanvasSettings;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.ModelLifecycle;
import org.brandimage.bedrock.gateway.Retirements;
import org.brandimage.bedrock.nova.NovaEmbedder;
import org.brandimage.bedrock.nova.NovaLanguageModel;
import org.brandimage.bedrock.nova.TitanEmbedder;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.outpaint.Outpainter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * The bundle of what Amazon Bedrock serves: a language model for the prompted stages, an
 * outpainter, a cut-out maker and an embedder, all through one {@link BedrockGateway}. Retriever
 * and ranker come from elsewhere, such as a local bundle over this one's embedder. Thread-safe.
 *
 * <p>Region, credentials and endpoint are found by the AWS SDK's own chains. The bundle closes the
 * gateway and the client it created itself, and nothing that was given to it. Building makes no
 * call; {@link #preflight} makes one per language model.
 */
public final class BedrockStages implements StageBundle {
  private final BedrockGateway gateway;
  private final boolean ownsGateway;
  private final ModelLifecycle lifecycle;
  private final String languageModelId;
  private final List<String> lookedUp;
  private final NovaLanguageModel languageModel;
  private final Outpainter outpainter;
  private final List<CutoutMaker> cutoutMakers;
  private final Embedder embedder;

  private BedrockStages(Builder builder, BedrockGateway gateway, boolean ownsGateway) {
    this.gateway = gateway;
    this.ownsGateway = ownsGateway;
    this.lifecycle = builder.lifecycle;
    this.languageModelId = builder.languageModel;
    this.languageModel = NovaLanguageModel.create(gateway, builder.languageModel);
    this.outpainter = builder.family.outpainter(gateway, builder.imageModel, builder.canvas);
    Optional<String> cutout =
        builder.cutouts ? builder.family.cutoutModel(builder.imageModel) : Optional.empty();
    this.cutoutMakers =
        cutout.map(id -> List.of(builder.family.cutoutMaker(gateway, id))).orElse(List.of());
    this.embedder = builder.titan ? TitanEmbedder.create(gateway) : NovaEmbedder.create(gateway);
    List<String> models = new ArrayList<>(List.of(builder.imageModel));
    cutout.filter(id -> !models.contains(id)).ifPresent(models::add);
    models.add(builder.titan ? TitanEmbedder.TITAN_IMAGE : NovaEmbedder.NOVA_2_EMBEDDINGS);
    this.lookedUp = List.copyOf(models);
  }

  /**
   * Returns the default bundle with a client of its own.
   *
   * @return the bundle, to be closed after its last use
   * @throws org.brandimage.spi.error.PipelineConfigurationException when no Region is known
   */
  public static BedrockStages create() {
    return builder().build();
  }

  /**
   * Returns the default bundle over a client of yours.
   *
   * @param client a client that does not retry by itself; stays yours to close
   * @return the bundle
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the client retries
   */
  public static BedrockStages create(BedrockRuntimeClient client) {
    return builder().gateway(BedrockGateway.builder().client(client).build()).build();
  }

  /**
   * Starts a bundle.
   *
   * @return a builder with Nova 2 Lite, Stability AI's image services and Nova 2 embeddings
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Looks whether the models can be called: one call of a few tokens to the language model, and a
   * look-up in the {@link ModelLifecycle} for the others, which costs nothing.
   *
   * @param context the run, whose meter is used
   * @return warnings, such as of a model whose end is announced; empty when all is well
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.ModelRetiredException when a model has ended; names the day
   *     and the alternative
   * @throws org.brandimage.spi.error.InvalidInputException when the Region does not know a model
   * @throws org.brandimage.spi.error.AccessDeniedException when the account may not call one
   */
  public List<String> preflight(StageContext context) throws InterruptedException {
    context.checkActive();
    List<String> warnings = new ArrayList<>();
    List<String> models = new ArrayList<>(lookedUp);
    models.add(languageModelId);
    for (String model : models) {
      lifecycle
          .of(model)
          .flatMap(state -> Retirements.warning(model, state))
          .ifPresent(warnings::add);
    }
    languageModel.ping(context);
    return List.copyOf(warnings);
  }

  @Override
  public String name() {
    return "bedrock";
  }

  @Override
  public Optional<LanguageModel> languageModel() {
    return Optional.of(languageModel);
  }

  @Override
  public Optional<Outpainter> outpainter() {
    return Optional.of(outpainter);
  }

  @Override
  public List<CutoutMaker> cutoutMakers() {
    return cutoutMakers;
  }

  @Override
  public Optional<Embedder> embedder() {
    return Optional.of(embedder);
  }

  @Override
  public void close() {
    if (ownsGateway) {
      gateway.close();
    }
  }

  @Override
  public String toString() {
    return "BedrockStages[" + languageModelId + ", " + lookedUp + "]";
  }

  /** Builds a {@link BedrockStages}. Not thread-safe. */
  public static final class Builder {
    private @Nullable BedrockGateway gateway;
    private boolean ownsGateway;
    private String languageModel = NovaLanguageModel.NOVA_2_LITE;
    private ImageModel family = ImageModel.STABILITY;
    private String imageModel = ImageModel.STABILITY.defaultModel();
    private CanvasSettings canvas = CanvasSettings.DEFAULT;
    private boolean cutouts = true;
    private boolean titan;
    private ModelLifecycle lifecycle = ModelLifecycle.known(LocalDate.now(ZoneOffset.UTC));

    private Builder() {}

    /**
     * Sets the gateway; without one the bundle creates its own with the documented defaults.
     *
     * @param gateway prices, limits, retries and client; stays yours to close
     * @return this
     */
    public Builder gateway(BedrockGateway gateway) {
      this.gateway = Objects.requireNonNull(gateway, "gateway");
      this.ownsGateway = false;
      return this;
    }

    /**
     * Sets a gateway that the bundle closes with itself.
     *
     * @param gateway prices, limits, retries and client
     * @return this
     */
    public Builder ownedGateway(BedrockGateway gateway) {
      this.gateway = Objects.requireNonNull(gateway, "gateway");
      this.ownsGateway = true;
      return this;
    }

    /**
     * Sets the language model.
     *
     * @param model a model id or profile, {@link NovaLanguageModel#NOVA_2_LITE} by default
     * @return this
     */
    public Builder languageModel(String model) {
      this.languageModel = ModelIds.checked(model);
      return this;
    }

    /**
     * Sets the family of image models, with its default model.
     *
     * @param family {@link ImageModel#STABILITY} by default
     * @return this
     */
    public Builder imageModel(ImageModel family) {
      return imageModel(family, family.defaultModel());
    }

    /**
     * Sets the family of image models and the model that outpaints.
     *
     * @param family whose protocol the model speaks
     * @param model a model id, profile or ARN
     * @return this
     */
    public Builder imageModel(ImageModel family, String model) {
      this.family = Objects.requireNonNull(family, "family");
      this.imageModel = ModelIds.checked(model);
      return this;
    }

    /**
     * Sets how Nova Canvas generates; other families do not use it.
     *
     * @param settings {@link CanvasSettings#DEFAULT} by default
     * @return this
     */
    public Builder canvasSettings(CanvasSettings settings) {
      this.canvas = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * Sets whether the bundle offers a paid way to cut products out. It is tried before the
     * pipeline's own free ones; photos with an alpha channel never reach it.
     *
     * @param offered true by default
     * @return this
     */
    public Builder cutouts(boolean offered) {
      this.cutouts = offered;
      return this;
    }

    /**
     * Uses Titan Multimodal Embeddings instead of Nova 2 multimodal embeddings.
     *
     * @return this
     */
    public Builder titanEmbeddings() {
      this.titan = true;
      return this;
    }

    /**
     * Sets the look-up of models' states that {@link BedrockStages#preflight} uses.
     *
     * @param lifecycle the library's own short table by default
     * @return this
     */
    public Builder lifecycle(ModelLifecycle lifecycle) {
      this.lifecycle = Objects.requireNonNull(lifecycle, "lifecycle");
      return this;
    }

    /**
     * Builds the bundle. Makes no call.
     *
     * @return the bundle, to be closed after its last use
     * @throws org.brandimage.spi.error.PipelineConfigurationException when no Region is known, or
     *     the gateway's client retries by itself
     */
    public BedrockStages build() {
      if (gateway != null) {
        return new BedrockStages(this, gateway, ownsGateway);
      }
      BedrockGateway own = BedrockGateway.builder().build();
      try {
        return new BedrockStages(this, own, true);
      } catch (RuntimeException e) {
        own.close();
        throw e;
      }
    }
  }
}
