package org.brandimage.examples.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. Give it {@code --brandimage.library=<your folder of pictures>}. */
@SpringBootApplication
public class PictureService {
  /** For Spring. */
  public PictureService() {}

  /**
   * Starts the service.
   *
   * @param args properties
   */
  public static void main(String[] args) {
    SpringApplication.run(PictureService.class, args);
  }
}
