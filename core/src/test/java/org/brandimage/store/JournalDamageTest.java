package org.brandimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ClaimToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is opened again, and what is refused, when a journal was cut or damaged. */
@Tag("slow")
class JournalDamageTest {
  private static final int RESULTS = 20;

  @TempDir private Path folder;
  private Path journal;
  private byte[] whole;
  private int beforeLast;

  @BeforeEach
  void writeResults() throws IOException {
    journal = folder.resolve("journal");
    try (FileResultStore store = FileResultStore.open(folder)) {
      for (int i = 0; i < RESULTS; i++) {
        if (i == RESULTS - 1) {
          StoreFixtures.granted(store, "k" + i);
          beforeLast = (int) Files.size(journal);
          store.complete(new ClaimToken("k" + i, RESULTS), StoreFixtures.words(i));
        } else {
          StoreFixtures.complete(store, "k" + i, StoreFixtures.words(i));
        }
      }
    }
    whole = Files.readAllBytes(journal);
  }

  @Test
  void open_lastRecordCutAtEveryByte_findsAllBeforeItAndCanBeWrittenTo() throws IOException {
    for (int length = beforeLast; length < whole.length; length++) {
      Files.write(journal, Arrays.copyOf(whole, length));
      try (FileResultStore store = FileResultStore.open(folder)) {
        requireResults(store, RESULTS - 1);
        assertThat(StoreFixtures.status(store, "k" + (RESULTS - 1)))
            .as("cut at %d", length)
            .isEqualTo(Status.UNKNOWN);
        StoreFixtures.complete(store, "new", StoreFixtures.words(99));
      }
      try (FileResultStore store = FileResultStore.open(folder)) {
        requireResults(store, RESULTS - 1);
        assertThat(store.find("new")).isPresent();
      }
    }
  }

  @Test
  void open_anyBitFlipped_losesNoResultOrNamesThePlace() throws IOException {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(journal, flipped);
      refused += opensWhole() ? 0 : 1;
      assertThat(Files.readAllBytes(journal)).as("flip %d", i).isEqualTo(flipped);
    }
    assertThat(refused).isEqualTo(1000);
  }

  @Test
  void open_everyBitOfTheLastRecordFlipped_isRefused() throws IOException {
    for (int at = beforeLast; at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << bit);
        Files.write(journal, flipped);
        assertThat(opensWhole()).as("bit %d of byte %d", bit, at).isFalse();
      }
    }
  }

  @Test
  void open_zerosAtTheEnd_findsAll() throws IOException {
    Files.write(journal, Arrays.copyOf(whole, whole.length + 4096));
    try (FileResultStore store = FileResultStore.open(folder)) {
      requireResults(store, RESULTS);
    }
    assertThat(Files.size(journal)).isEqualTo(whole.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 7})
  void open_headerCutOff_isAnEmptyStore(int length) throws IOException {
    Files.write(journal, Arrays.copyOf(whole, length));
    try (FileResultStore store = FileResultStore.open(folder)) {
      assertThat(StoreFixtures.status(store, "k0")).isEqualTo(Status.NEW);
    }
  }

  @Test
  void open_laterVersion_namesBothVersions() throws IOException {
    byte[] later = whole.clone();
    later[7] = 2;
    Files.write(journal, later);
    assertThatExceptionOfType(ResultStoreException.class)
        .isThrownBy(() -> FileResultStore.open(folder))
        .withMessageContaining("version 2")
        .withMessageContaining("version 1");
  }

  @Test
  void open_otherFile_isRefused() throws IOException {
    Files.writeString(journal, "this is somebody's diary, not a journal of results");
    assertThatExceptionOfType(ResultStoreException.class)
        .isThrownBy(() -> FileResultStore.open(folder))
        .withMessageContaining("no journal of results");
    assertThat(journal).content().startsWith("this is somebody's diary");
  }

  @Test
  void open_afterARefusal_canBeOpenedOnceRestored() throws IOException {
    byte[] flipped = whole.clone();
    flipped[40] ^= 1;
    Files.write(journal, flipped);
    assertThat(opensWhole()).isFalse();
    Files.write(journal, whole);
    assertThat(opensWhole()).isTrue();
  }

  private boolean opensWhole() {
    try (FileResultStore store = FileResultStore.open(folder)) {
      requireResults(store, RESULTS);
      return true;
    } catch (ResultStoreException e) {
      assertThat(e).hasMessageContaining(folder.toString());
      return false;
    }
  }

  private static void requireResults(FileResultStore store, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(store.find("k" + i).orElseThrow().value())
          .isEqualTo(StoreFixtures.words(i).value());
    }
  }
}
