package org.brandimage.bedrock.wire;

import java.util.Set;

/** Ids of models and inference profiles, bare or within an ARN. */
public final class ModelIds {
  private static final Set<String> GEOGRAPHIES =
      Set.of("us", "us-gov", "eu", "apac", "jp", "au", "ca", "global");

  private ModelIds() {}

  /**
   * Returns an id without the ARN around it: {@code us.amazon.nova-pro-v1:0}.
   *
   * @param model an id or ARN
   * @return the id
   */
  public static String withoutArn(String model) {
    return model.startsWith("arn:") ? model.substring(model.lastIndexOf('/') + 1) : model;
  }

  /**
   * Returns the foundation model behind an id or profile: {@code amazon.nova-pro-v1:0}.
   *
   * @param model an id, profile or ARN
   * @return the model's id
   */
  public static String base(String model) {
    String id = withoutArn(model);
    int dot = id.indexOf('.');
    return dot > 0 && GEOGRAPHIES.contains(id.substring(0, dot)) ? id.substring(dot + 1) : id;
  }

  /**
   * Returns whether a model is one of Amazon Nova.
   *
   * @param model an id, profile or ARN
   * @return true for Nova and Nova 2
   */
  public static boolean isNova(String model) {
    return base(model).startsWith("amazon.nova-");
  }

  /**
   * Returns whether a model is one of Amazon Nova 2.
   *
   * @param model an id, profile or ARN
   * @return true for Nova 2
   */
  public static boolean isNova2(String model) {
    return base(model).startsWith("amazon.nova-2-");
  }

  /**
   * Checks an id of a builder or factory method.
   *
   * @param model an id, profile or ARN
   * @return the same
   * @throws IllegalArgumentException when it can be none
   */
  public static String checked(String model) {
    if (!model.matches("[A-Za-z0-9][A-Za-z0-9.:/_-]{0,2047}")) {
      throw new IllegalArgumentException("model must be a model id or an ARN: " + model);
    }
    return model;
  }
}
