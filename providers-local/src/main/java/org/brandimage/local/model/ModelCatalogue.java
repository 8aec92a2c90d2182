package org.brandimage.local.model;

import java.util.List;

/**
 * The models this library can use. Files marked with a hash were run by its tests; the others are
 * described so that an export fits, and have been tried with networks of random weights in the same
 * layout only.
 */
public final class ModelCatalogue {
  private static final String APACHE = "Apache-2.0";
  private static final String MIT = "MIT";
  private static final String IMAGE_224 = "image f32[1,3,224,224] RGB 0..1";
  private static final String PIXELS_224 = "pixel_values f32[n,3,224,224]";
  private static final String TOKENS = "input_ids i64[n,77]";
  private static final String NIMA_SOURCE =
      "GitHub idealo/image-quality-assessment (weights_mobilenet), converted to ONNX";
  private static final String LAION_SOURCE =
      "GitHub LAION-AI/aesthetic-predictor, the .pth as JSON {dim, weight, bias}";
  private static final String CLIP_SOURCE =
      "Hugging Face openai/clip-vit-large-patch14, exported with Optimum";
  private static final String HPS_SOURCE =
      "Hugging Face xswu/HPSv2 (OpenCLIP ViT-H-14), both towers exported to ONNX";

  /** NIMA, aesthetic: what people of a photo contest like (Talebi and Milanfar 2018, on AVA). */
  public static final ModelEntry NIMA_AESTHETIC =
      nima("nima-aesthetic", "nima/nima_mobilenet_aesthetic.onnx", "ranks by looks")
          .sha256("341474d2e3e5531c7263f97df0f36fae90da8ef0994d1dbd7707a832223668ec")
          .build();

  /** NIMA, technical: blur, noise and compression (Talebi and Milanfar 2018, on TID2013). */
  public static final ModelEntry NIMA_TECHNICAL =
      nima("nima-technical", "nima/nima_mobilenet_technical.onnx", "ranks by technical quality")
          .sha256("bead1094b2c8fdee16bbcfb06ccd423b3b33683a5f431057e34bbd91582838a1")
          .build();

  /** MobileNetV2 on ImageNet (Sandler et al. 2018): an embedding of 1,280 and 1,001 classes. */
  public static final ModelEntry MOBILENET_V2 =
      ModelEntry.builder("mobilenet-v2", "embed/mobilenet_v2_imagenet_tf2.onnx")
          .purpose("compares pictures, labels them")
          .licence(APACHE)
          .source("GitHub google-coral/test_data (tf2_mobilenet_v2_1.0_224_ptq), converted to ONNX")
          .inputs(IMAGE_224)
          .outputs("probabilities f32[1,1001]", "embedding f32[1,1280]", "logits f32[1,1001]")
          .sha256("8847c9e341545da0706da1718520ec507d77349da00d4a75fc108f44dc78e6ca")
          .build();

  /** The names of MobileNetV2's classes, one a line, the first being the background. */
  public static final ModelEntry IMAGENET_LABELS =
      ModelEntry.builder("imagenet-labels", "embed/imagenet_labels.txt")
          .purpose("names the classes of mobilenet-v2")
          .licence(APACHE)
          .source("GitHub google-coral/test_data (imagenet_labels.txt)")
          .sha256("b8aaeb5630c62626a7d124a05c0e14230a7ffdd2136a31d0190a4fb71c1d82f1")
          .build();

  /** SSD with MobileNetV2 on 23 classes of Open Images V4 (Liu et al. 2016). */
  public static final ModelEntry SSD_OPEN_IMAGES =
      ModelEntry.builder("ssd-open-images", "detect/ssd_mobilenetv2_oidv4.onnx")
          .purpose("finds people and second products")
          .licence(APACHE)
          .source("MediaPipe Objectron's package (object detector, fp16), converted to ONNX")
          .inputs("image f32[1,3,300,300] RGB 0..1")
          .outputs("box_encodings f32[1,1917,4]", "class_predictions f32[1,1917,24] logits")
          .sha256("f5a8ebf3522b89c786725d6e50526b0b59154245a8c32baf17919b36966ff2a0")
          .build();

  /** The names of the detector's classes, one a line, the first being the background. */
  public static final ModelEntry SSD_LABELS =
      ModelEntry.builder("ssd-labels", "detect/oidv4_24_labels.txt")
          .purpose("names the classes of ssd-open-images")
          .licence(APACHE)
          .source("the same package as ssd-open-images")
          .sha256("c148336a65f673013609a923fdcbdeec0f49df935045029c3746a3828a0e80e0")
          .build();

  /** ISNet, which cuts out the salient object (Qin et al., "Dichotomous Image Segmentation"). */
  public static final ModelEntry ISNET =
      ModelEntry.builder("isnet", "cutout/isnet_fp16_medium_single.onnx")
          .purpose("cuts products out of any photo")
          .licence("Apache-2.0 (xuebinqin/DIS); a copy packed by others may say otherwise")
          .source("GitHub xuebinqin/DIS (isnet-general-use), exported to ONNX")
          .inputs("input f32[1,3,1024,1024] (RGB - 128) / 256")
          .outputs("output f32[1,1,1024,1024] alpha 0..1")
          .sha256("5cca8d0aea178bd2044ac49769051b0dd806e4977665bde2b66f9e17a294820e")
          .build();

  /** CLIP's picture tower, ViT-L/14 for the aesthetic heads (Radford et al. 2021). */
  public static final ModelEntry CLIP_VISION =
      vision("clip-vision", "clip/vision_model.onnx", CLIP_SOURCE, MIT);

  /** CLIP's text tower, for searching pictures by words. */
  public static final ModelEntry CLIP_TEXT =
      text("clip-text", "clip/text_model.onnx", CLIP_SOURCE, MIT);

  /** The merges of CLIP's byte-pair encoding; OpenCLIP, and so HPS, uses the same. */
  public static final ModelEntry CLIP_VOCABULARY =
      ModelEntry.builder("clip-vocabulary", "clip_tokenizer/bpe_simple_vocab_16e6.txt.gz")
          .purpose("divides text into tokens for clip-text and hps")
          .licence(MIT)
          .source("GitHub openai/CLIP (clip/bpe_simple_vocab_16e6.txt.gz)")
          .sha256("924691ac288e54409236115652ad4aa250f48203de50a9e4722a6ecd48d6804a")
          .build();

  /** LAION's aesthetic predictor V1 for CLIP ViT-L/14: one linear layer of 768. */
  public static final ModelEntry LAION_V1_L14 =
      head("laion-v1-l14", "heads/sa_0_4_vit_l_14_linear.json", LAION_SOURCE, MIT)
          .sha256("2a500f6df4b202c2cbfa600d0a770e5a7e9e63e5122005cae8a11616dea832a1")
          .build();

  /** LAION's aesthetic predictor V1 for CLIP ViT-B/32: one linear layer of 512. */
  public static final ModelEntry LAION_V1_B32 =
      head("laion-v1-b32", "heads/sa_0_4_vit_b_32_linear.json", LAION_SOURCE, MIT)
          .sha256("6fdf7ab4e44fde4c1014515240b249fd230b4071681e37c6cb9e2281423a2111")
          .build();

  /** LAION's aesthetic predictor V1 for CLIP ViT-B/16: one linear layer of 512. */
  public static final ModelEntry LAION_V1_B16 =
      head("laion-v1-b16", "heads/sa_0_4_vit_b_16_linear.json", LAION_SOURCE, MIT)
          .sha256("7dd27cc6ab199f15d2030db88687b5dfb50b4ad99a96ab9d36a8de3866160785")
          .build();

  /** The improved aesthetic predictor ("V2") for CLIP ViT-L/14, folded to one dot product. */
  public static final ModelEntry LAION_V2_L14 =
      head(
              "laion-v2-l14",
              "heads/sac_logos_ava1-l14-linearMSE.folded.json",
              "GitHub christophschuhmann/improved-aesthetic-predictor, its five linear layers"
                  + " multiplied into one",
              APACHE)
          .sha256("8f7db46d5ddd14271eb1fdaf59bbf8da62a15f907594f911ddd3e42af03405c2")
          .build();

  /** DINOv2 (Oquab et al. 2023), whose class token measures how alike two products are. */
  public static final ModelEntry DINO_V2 =
      ModelEntry.builder("dino-v2", "dinov2/model.onnx")
          .purpose("compares pictures by their objects")
          .licence(APACHE)
          .source("Hugging Face facebook/dinov2-small, exported with Optimum")
          .inputs(PIXELS_224)
          .outputs("last_hidden_state f32[n,257,d]")
          .build();

  /** ImageReward 1.0 (Xu et al. 2023): how well a picture fits its text, and how good it looks. */
  public static final ModelEntry IMAGE_REWARD =
      ModelEntry.builder("image-reward", "imagereward/model.onnx")
          .purpose("ranks by text and looks")
          .licence(APACHE)
          .source(
              "Hugging Face THUDM/ImageReward (ImageReward.pt): picture tower, text encoder and"
                  + " MLP exported as one graph, before the reward is standardised")
          .inputs(PIXELS_224, "input_ids i64[n,35]", "attention_mask i64[n,35]")
          .outputs("reward f32[n,1]")
          .build();

  /** HPS v2 (Wu et al. 2023), picture tower. */
  public static final ModelEntry HPS_V2_VISION =
      vision("hps-v2-vision", "hps-v2/vision_model.onnx", HPS_SOURCE, APACHE);

  /** HPS v2, text tower. */
  public static final ModelEntry HPS_V2_TEXT =
      text("hps-v2-text", "hps-v2/text_model.onnx", HPS_SOURCE, APACHE);

  /** HPS v2.1, picture tower. Its scores are not comparable with those of v2. */
  public static final ModelEntry HPS_V21_VISION =
      vision("hps-v2.1-vision", "hps-v2.1/vision_model.onnx", HPS_SOURCE, APACHE);

  /** HPS v2.1, text tower. */
  public static final ModelEntry HPS_V21_TEXT =
      text("hps-v2.1-text", "hps-v2.1/text_model.onnx", HPS_SOURCE, APACHE);

  /** MOSAIC R4, which names 31 classes of ADE20K (Weijun Wang and Andrew Howard 2021). */
  public static final ModelEntry GROUND_MOSAIC =
      segmenter("ground-mosaic", "seg/mosaic_r4_ade20k32_512.onnx", "vision/mosaic, R4")
          .sha256("de0680ecf04e71f2b06e2e22b0dc1b74424b7a4449464506c7d0b5b491210772")
          .build();

  /** DeepLabv3+ with MobileNetV2, which names 31 classes of ADE20K (Chen et al. 2018). */
  public static final ModelEntry GROUND_DEEPLAB =
      segmenter("ground-deeplab", "seg/deeplabv3p_mnv2_ade20k32_512.onnx", "vision/deeplab")
          .sha256("0edef22e3f95ba3a173711e8ccee4d2edbe33054abd9f6a3ed9a237ed91c2a39")
          .build();

  /** The names of the segmenters' classes, one a line, the first being all others. */
  public static final ModelEntry GROUND_LABELS =
      ModelEntry.builder("ground-labels", "seg/ade20k32_labels.txt")
          .purpose("names the classes of the ground segmenters")
          .licence(APACHE)
          .source("the same repository as the segmenters")
          .sha256("65319ebce69b279d856fef6c04ad4720b805d6a245b2255b325d664789e2c2ab")
          .build();

  /** YOLOX-Nano on the 80 classes of COCO (Ge et al. 2021). */
  public static final ModelEntry YOLOX_NANO =
      ModelEntry.builder("yolox-nano", "detect/yolox_nano_416.onnx")
          .purpose("finds things of known size in backgrounds")
          .licence(APACHE)
          .source("GitHub Megvii-BaseDetection/YOLOX (yolox_nano), the authors' export to ONNX")
          .inputs("images f32[1,3,416,416] BGR 0..255")
          .outputs("output f32[1,3549,85]")
          .sha256("695e750a5d5754bb5a8d5325643b59282191a7e7a564e435a415fd3c578eab14")
          .build();

  /** The names of COCO's 80 classes, one a line. */
  public static final ModelEntry COCO_LABELS =
      ModelEntry.builder("coco-labels", "detect/coco80_labels.txt")
          .purpose("names the classes of yolox-nano")
          .licence(APACHE)
          .source("the class names of the COCO data set")
          .sha256("bd17f1ee35d5f3c862a4894605855abbb9dda4b0621fdb0ac4c2c8c7bb7e730a")
          .build();

  private static final List<ModelEntry> ALL =
      List.of(
          NIMA_AESTHETIC,
          NIMA_TECHNICAL,
          MOBILENET_V2,
          IMAGENET_LABELS,
          SSD_OPEN_IMAGES,
          SSD_LABELS,
          ISNET,
          GROUND_MOSAIC,
          GROUND_DEEPLAB,
          GROUND_LABELS,
          YOLOX_NANO,
          COCO_LABELS,
          CLIP_VISION,
          CLIP_TEXT,
          CLIP_VOCABULARY,
          LAION_V1_L14,
          LAION_V1_B32,
          LAION_V1_B16,
          LAION_V2_L14,
          DINO_V2,
          IMAGE_REWARD,
          HPS_V2_VISION,
          HPS_V2_TEXT,
          HPS_V21_VISION,
          HPS_V21_TEXT);

  private ModelCatalogue() {}

  /**
   * Returns every entry.
   *
   * @return the entries, names unique
   */
  public static List<ModelEntry> all() {
    return ALL;
  }

  private static ModelEntry.Builder nima(String name, String file, String purpose) {
    return ModelEntry.builder(name, file)
        .purpose(purpose)
        .licence(APACHE)
        .source(NIMA_SOURCE)
        .inputs(IMAGE_224)
        .outputs("distribution f32[1,10]");
  }

  private static ModelEntry.Builder head(String name, String file, String source, String licence) {
    return ModelEntry.builder(name, file)
        .purpose("scores looks on top of clip-vision")
        .licence(licence)
        .source(source);
  }

  private static ModelEntry.Builder segmenter(String name, String file, String where) {
    return ModelEntry.builder(name, file)
        .purpose("finds free ground in backgrounds")
        .licence(APACHE + "; trained on ADE20K, whose pictures are for research")
        .source("GitHub mlcommons/mobile_open (" + where + "), converted to ONNX")
        .inputs("image f32[1,3,512,512] RGB 0..1")
        .outputs("logits f32[1,32,128,128]");
  }

  private static ModelEntry vision(String name, String file, String source, String licence) {
    return ModelEntry.builder(name, file)
        .purpose("embeds pictures")
        .licence(licence)
        .source(source)
        .inputs(PIXELS_224)
        .outputs("image_embeds f32[n,d]")
        .build();
  }

  private static ModelEntry text(String name, String file, String source, String licence) {
    return ModelEntry.builder(name, file)
        .purpose("embeds text")
        .licence(licence)
        .source(source)
        .inputs(TOKENS)
        .outputs("text_embeds f32[n,d]")
        .build();
  }
}
