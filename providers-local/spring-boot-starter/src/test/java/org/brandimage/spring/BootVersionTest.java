package org.brandimage.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** The tests of this module run twice: on the Boot they are compiled with, and on Boot 4. */
class BootVersionTest {
  @Test
  void version_ofBoot_isTheOneThisRunIsFor() {
    assertThat(SpringBootVersion.getVersion())
        .startsWith(System.getProperty("spring-boot.version", "3."));
  }
}
