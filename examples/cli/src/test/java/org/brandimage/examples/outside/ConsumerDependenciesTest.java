package org.brandimage.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.brandimage.examples.architecture.Poms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that import the BOM beside Spring Boot's, and check the versions they get. */
@Tag("slow")
class ConsumerDependenciesTest {
  /** The enforcer's rules dependencyConvergence and requireUpperBoundDeps. */
  @ParameterizedTest
  @ValueSource(strings = {"boot-3.5", "boot-4.0"})
  void versions_besideSpringBoot_convergeAndHaveTheirUpperBounds(String application)
      throws Exception {
    Path pom = Poms.ROOT.resolve("core/bom/src/it").resolve(application).resolve("pom.xml");

    OutsideBuild build = OutsideBuild.run(pom, "validate");

    assertThat(build.log())
        .contains("RequireUpperBoundDeps passed", "DependencyConvergence passed");
    assertThat(build.succeeded()).as(build.log()).isTrue();
  }
}
