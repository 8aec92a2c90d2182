package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets export them: encodings, separators, spellings of columns and numbers. */
class SpreadsheetTableTest extends IngestedLibrary {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] NO_MARK = {};
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void table_utf8WithMark_isRead() throws Exception {
    Asset mug =
        mug(
            UTF_8_MARK,
            "file,kind,description,heightCm\r\nmug.png,product,\"a red mug, glazed\",10\r\n",
            StandardCharsets.UTF_8);

    assertThat(mug.description()).isEqualTo("a red mug, glazed");
    assertThat(mug.kind()).isEqualTo(EntityKind.PRODUCT);
    assertThat(mug.heightCm()).hasValue(10);
  }

  @Test
  void table_semicolons_haveDecimalCommas() throws Exception {
    Asset mug =
        mug(
            "file;kind;description;heightCm;brand\r\nmug.png;product;\"a red mug, glazed\";9,5;A\r\n");

    assertThat(mug.description()).isEqualTo("a red mug, glazed");
    assertThat(mug.heightCm()).hasValue(9.5);
    assertThat(mug.attributes()).containsExactly(java.util.Map.entry("brand", "A"));
    assertThat(mug("file;heightCm\nmug.png;1,234\n").heightCm()).hasValue(1.234);
  }

  @Test
  void table_semicolonsInQuotedCells_partPhotosAndTags() throws Exception {
    picture("side.png");
    Asset mug = mug("file;tags\r\n\"mug.png;side.png\";\"cup;enamel\"\r\n");

    assertThat(mug.photos()).hasSize(2);
    assertThat(mug.tags()).containsExactlyInAnyOrder("cup", "enamel");
  }

  @Test
  void table_markSemicolonsAndSeparatorLine_areRead() throws Exception {
    String table = "sep=;\r\nfile;kind;description;heightCm\r\nmug.png;product;a red mug;9,5\r\n";

    assertThat(mug(UTF_8_MARK, table, StandardCharsets.UTF_8).heightCm()).hasValue(9.5);
    assertThat(mug(table).description()).isEqualTo("a red mug");
    assertThat(mug("SEP=|\nfile|description\nmug.png|a mug, red\n").description())
        .isEqualTo("a mug, red");
  }

  @Test
  void table_tabs_areSeparators() throws Exception {
    Asset mug = mug("file\tkind\tdescription\tnote\r\nmug.png\tproduct\ta mug, red\t\r\n");

    assertThat(mug.description()).isEqualTo("a mug, red");
    assertThat(mug.kind()).isEqualTo(EntityKind.PRODUCT);
  }

  @Test
  void table_utf16_isRead() throws Exception {
    String table = "file\tdescription\theightCm\r\nmug.png\t\"grüne\t Tasse\"\t10\r\n";

    assertThat(mug(UTF_16LE_MARK, table, StandardCharsets.UTF_16LE).description())
        .isEqualTo("grüne\t Tasse");
    assertThat(mug(UTF_16BE_MARK, table, StandardCharsets.UTF_16BE).heightCm()).hasValue(10);
  }

  @Test
  void table_notUtf8_isReadAsWindows1252() throws Exception {
    String table = "file,kind,description\r\nmug.png,product,grüne Tasse – 5 €\r\n";

    assertThat(mug(NO_MARK, table, WINDOWS).description()).isEqualTo("grüne Tasse – 5 €");
    assertThat(mug(NO_MARK, table, StandardCharsets.UTF_8).description())
        .isEqualTo("grüne Tasse – 5 €");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heightcm", "HeightCm", "HEIGHTCM", "Height (cm)", "height_cm"})
  void header_anySpelling_isTheHeight(String height) throws Exception {
    Asset mug =
        mug(
            "File,Kind,Description,Tags,ID,Season,"
                + height
                + "\r\nmug.png,Product,a mug,cup,SKU,x,10");

    assertThat(mug.id()).isEqualTo("SKU");
    assertThat(mug.kind()).isEqualTo(EntityKind.PRODUCT);
    assertThat(mug.tags()).containsExactly("cup");
    assertThat(mug.heightCm()).hasValue(10);
    assertThat(mug.attributes()).containsExactly(java.util.Map.entry("Season", "x"));
  }

  @Test
  void number_quotedDecimalComma_isRead() throws Exception {
    assertThat(mug("file,heightCm\r\nmug.png,\"9,5\"\r\n").heightCm()).hasValue(9.5);
    assertThat(mug("file,heightCm\r\nmug.png,\"0,125\"\r\n").heightCm()).hasValue(0.125);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234", "1.234,5", "9,5,1", "tall"})
  void number_thatMayMeanAnother_isRefused(String height) throws Exception {
    IngestReport report = ingestTable(bytes(NO_MARK, "file,heightCm\nmug.png,\"" + height + "\""));

    assertThat(report.skipped().get("table.csv row 2"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("table.csv row 2", "heightCm", height, "centimetres");
  }

  @Test
  void rows_emptyOrWithStrayCells_areNamedAsASpreadsheetCounts() throws Exception {
    String table =
        "file;description;;\r\n\r\n;;;\r\nmug.png;a mug;;\r\nmug.png;b;stray;\r\nno.png;c\r\n";

    IngestReport report = ingestTable(bytes(NO_MARK, table));

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.skipped()).containsOnlyKeys("table.csv row 5", "table.csv row 6");
    assertThat(report.skipped().get("table.csv row 5"))
        .hasMessageContainingAll("table.csv row 5", "cell 3", "stray", "column", "quote");
    assertThat(report.skipped().get("table.csv row 6"))
        .hasMessageContainingAll("table.csv row 6", "file", "no.png", "folder");
  }

  @Test
  void header_withoutAFileOrWithOneTwice_isRefused() {
    assertRefused("picture;heightCm\r\nmug.png;1\r\n", "columns", "picture", "name one file");
    assertRefused("", "columns", "name one file");
    assertRefused("file,Tags,tags\r\nmug.png,a,b\r\n", "columns", "Tags and tags", "once");
    assertRefused("sep=x\r\nfilexid\r\n", "row 1", "sep", "semicolon");
    assertRefused("file,description\r\nmug.png,\"open\r\n", "after row 1");
  }

  @Test
  void bytes_ofNoEncoding_areRefused() {
    byte[] table = bytes(UTF_16LE_MARK, "odd");
    assertThatThrownBy(() -> ingestTable(table))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("table.csv", "malformed", "UTF-8");
  }

  private void assertRefused(String table, String... parts) {
    assertThatThrownBy(() -> ingestTable(bytes(NO_MARK, table)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("table.csv")
        .hasMessageContainingAll(parts);
  }

  private Asset mug(String table) throws Exception {
    return mug(NO_MARK, table, StandardCharsets.UTF_8);
  }

  private Asset mug(byte[] mark, String table, Charset charset) throws Exception {
    IngestReport report = ingestTable(bytes(mark, table, charset));
    assertThat(report.skipped()).isEmpty();
    return MediaLibrary.open(library).assets().get(0);
  }

  private IngestReport ingestTable(byte[] table) throws IOException, InterruptedException {
    picture("mug.png");
    Files.write(source.resolve("table.csv"), table);
    return LibraryIngest.builder(library, text)
        .build()
        .manifest(source.resolve("table.csv"), StageContext.standalone());
  }

  private static byte[] bytes(byte[] mark, String text) {
    return bytes(mark, text, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(byte[] mark, String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(mark);
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }
}
