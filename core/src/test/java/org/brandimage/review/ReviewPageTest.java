package org.brandimage.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.brandimage.pipeline.SampleRun;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPageTest {
  private final ReviewPage page = ReviewPage.create();

  @Test
  void render_result_showsFinalistsCaptionAndOthers() {
    RunResult result = SampleRun.result();

    String html = page.render(result);

    assertThat(html.split("data:image/png;base64,", -1)).hasSize(4);
    assertThat(html).contains(result.scenes().get(0).caption().text());
    assertThat(html).contains("a quarter of the canvas");
    assertThat(html).contains("was ranked number 9");
  }

  @Test
  void render_hostilePrompt_staysText() {
    String html =
        page.render(SampleRun.withPrompt("<script>alert(1)</script>\" onload='x' & <img src=x>"));

    assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39;");
    assertThat(html).doesNotContain("<script").doesNotContain("<img src=x");
  }

  @Test
  void render_page_loadsNothing() {
    String html = page.render(SampleRun.result());

    Pattern outside = Pattern.compile("(src|href)=\"(?!data:)|url\\(|@import|<script|<link");
    assertThat(outside.matcher(html).find()).isFalse();
  }

  @Test
  void write_missingFolder_isRefused(@TempDir Path temp) {
    RunResult result = SampleRun.result();

    assertThatThrownBy(() -> page.write(result, temp.resolve("no/such")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("output folder");
  }
}
