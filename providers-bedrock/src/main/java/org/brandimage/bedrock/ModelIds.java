package org.brandimage.bedrock;

import java.util.Set;

/** What the id of a model, an inference profile or an ARN tells. */
final class ModelIds {
  private static final Set<String> GEOGRAPHIES =
      Set.of("us", "us-gov", "eu", "apac", "jp", "au", "ca", "global");

  private ModelIds() {}

  /** Returns an id without the ARN around it: {@code us.amazon.nova-pro-v1:0}. */
  static String withoutArn(String model) {
    return model.startsWith("arn:") ? model.substring(model.lastIndexOf('/') + 1) : model;
  }

  /** Returns the foundation model behind an id or profile: {@code amazon.nova-pro-v1:0}. */
  static String base(String model) {
    String id = withoutArn(model);
    int dot = id.indexOf('.');
    return dot > 0 && GEOGRAPHIES.contains(id.substring(0, dot)) ? id.substring(dot + 1) : id;
  }

  static boolean isNova(String model) {
    return base(model).startsWith("amazon.nova-");
  }

  static boolean isNova2(String model) {
    return base(model).startsWith("amazon.nova-2-");
  }

  /** Checks an id of a builder or factory method. */
  static String checked(String model) {
    if (!model.matches("[A-Za-z0-9][A-Za-z0-9.:/_-]{0,2047}")) {
      throw new IllegalArgumentException("model must be a model id or an ARN: " + model);
    }
    return model;
  }
}
