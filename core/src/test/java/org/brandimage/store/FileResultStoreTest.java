package org.brandimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.brandimage.store.StoreFixtures.complete;
import static org.brandimage.store.StoreFixtures.granted;
import static org.brandimage.store.StoreFixtures.picture;
import static org.brandimage.store.StoreFixtures.request;
import static org.brandimage.store.StoreFixtures.status;
import static org.brandimage.store.StoreFixtures.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.ResultMissingException;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimRequest.Kind;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Resolution;
import org.brandimage.spi.result.ResultStore.Completion;
import org.brandimage.spi.result.ResultStore.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileResultStoreTest {
  @TempDir private Path folder;

  @Test
  void open_twice_isRefusedUntilTheFirstIsClosed() {
    FileResultStore first = FileResultStore.open(folder);
    assertThatExceptionOfType(ResultStoreException.class)
        .isThrownBy(() -> FileResultStore.open(folder))
        .withMessageContaining("in use by another")
        .withMessageContaining(folder.toString());
    first.close();
    first.close();
    FileResultStore.open(folder).close();
  }

  @Test
  void complete_equalPictures_keepsTheirBytesOnce() throws IOException {
    try (FileResultStore store = FileResultStore.open(folder)) {
      complete(store, "a", picture(1));
      complete(store, "b", picture(1));
      assertThat(blobs()).hasSize(1);
    }
  }

  @Test
  void complete_typeThatCannotBeKept_isATypedError() {
    try (FileResultStore store = FileResultStore.open(folder)) {
      ClaimToken token = granted(store, "k");
      PaidResult retrieval = PaidResult.of(new Object(), Cost.NONE, List.of(), Instant.EPOCH);
      assertThatExceptionOfType(ResultStoreException.class)
          .isThrownBy(() -> store.complete(token, retrieval))
          .withMessageContaining("inMemory");
    }
  }

  @Test
  void find_pictureDamagedOnDisk_namesTheFile() throws IOException {
    try (FileResultStore store = FileResultStore.open(folder)) {
      complete(store, "k", picture(1));
      Path blob = blobs().get(0);
      byte[] bytes = Files.readAllBytes(blob);
      bytes[bytes.length / 2] ^= 1;
      Files.write(blob, bytes);
      Outpainting found = (Outpainting) store.find("k").orElseThrow().value();
      assertThatExceptionOfType(ResultStoreException.class)
          .isThrownBy(() -> found.images().get(0).image().raster())
          .withMessageContaining(blob.getFileName().toString());
      Files.delete(blob);
      assertThatExceptionOfType(ResultStoreException.class)
          .isThrownBy(() -> found.images().get(0).image().raster())
          .withMessageContaining("missing");
      complete(store, "again", picture(1));
      assertThat(found.images().get(0).image().raster()).isNotNull();
    }
  }

  @Test
  void forget_tenant_leavesNothingOfItOnDisk() throws IOException {
    try (FileResultStore store = FileResultStore.open(folder)) {
      complete(store, "theirs", picture(1));
      store.abandon(granted(store, "lost"), Outcome.UNKNOWN);
      ClaimRequest other =
          ClaimRequest.builder("other", StageId.OUTPAINT, Kind.PICTURE).tenant("zeta").build();
      store.complete(store.claim(other).token().orElseThrow(), picture(2));
      ClaimToken flying = granted(store, "flying");

      assertThat(store.forget("acme")).isEqualTo(2);

      assertThat(blobs()).hasSize(1);
      assertThat(Files.readString(folder.resolve("journal"), StandardCharsets.ISO_8859_1))
          .doesNotContain("theirs")
          .doesNotContain("lost")
          .contains("zeta");
      assertThat(store.complete(flying, words(1))).isEqualTo(Completion.STORED);
      assertThat(status(store, "theirs")).isEqualTo(Status.NEW);
    }
    try (FileResultStore store = FileResultStore.open(folder)) {
      assertThat(store.find("other")).isPresent();
      assertThat(store.find("flying")).isPresent();
    }
  }

  @Test
  void retention_age_forgetsWhatIsOlder() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    Retention week = new Retention(Duration.ofDays(7), Long.MAX_VALUE);
    try (FileResultStore store =
        FileResultStore.builder(folder).clock(now::get).retention(week).open()) {
      complete(store, "old", picture(1));
      store.abandon(granted(store, "lost"), Outcome.UNKNOWN);
      now.set(now.get().plus(Duration.ofDays(6)));
      complete(store, "young", picture(2));
      assertThat(store.find("old")).isPresent();
      now.set(now.get().plus(Duration.ofDays(2)));
      complete(store, "new", picture(3));
      assertThat(store.find("old")).isEmpty();
      assertThat(store.find("young")).isPresent();
      assertThat(store.unresolved()).hasSize(1);
      assertThat(blobs()).hasSize(2);
    }
    now.set(now.get().plus(Duration.ofDays(30)));
    try (FileResultStore store =
        FileResultStore.builder(folder).clock(now::get).retention(week).open()) {
      assertThat(store.usage().results()).isZero();
      assertThat(blobs()).isEmpty();
    }
  }

  @Test
  void retention_size_forgetsFromTheOldestOn() throws IOException {
    Retention small = new Retention(Duration.ofDays(999), 40_000);
    try (FileResultStore store =
        FileResultStore.builder(folder).retention(small).compactAbove(8_000).open()) {
      for (int i = 0; i < 20; i++) {
        complete(store, "k" + i, picture(i));
        assertThat(store.usage().bytes()).isLessThanOrEqualTo(40_000);
        assertThat(store.find("k" + i)).isPresent();
      }
      assertThat(store.find("k0")).isEmpty();
      assertThat(store.usage().results()).isBetween(2, 10);
    }
  }

  @Test
  void compaction_mostlyOutdatedJournal_keepsEveryState() throws IOException {
    Path journal = folder.resolve("journal");
    try (FileResultStore store = FileResultStore.builder(folder).compactAbove(20_000).open()) {
      complete(store, "done", words(1));
      store.abandon(granted(store, "lost"), Outcome.UNKNOWN);
      ClaimToken old = granted(store, "flying");
      long longest = 0;
      for (int i = 0; i < 300; i++) {
        store.abandon(granted(store, "free"), Outcome.NOT_EXECUTED);
        longest = Math.max(longest, Files.size(journal));
      }
      complete(store, "last", words(2));
      assertThat(longest).isGreaterThan(60_000);
      assertThat(Files.size(journal)).isLessThan(20_000);
      assertThat(store.find("done").orElseThrow().value()).isEqualTo(words(1).value());
      assertThat(store.complete(old, words(3))).isEqualTo(Completion.STORED);
      assertThat(granted(store, "new").number()).isGreaterThan(300);
    }
    try (FileResultStore store = FileResultStore.open(folder)) {
      assertThat(store.find("done").orElseThrow().value()).isEqualTo(words(1).value());
      assertThat(store.find("flying").orElseThrow().value()).isEqualTo(words(3).value());
      assertThat(store.unresolved()).hasSize(2);
      assertThat(granted(store, "newer").number()).isGreaterThan(301);
    }
  }

  @Test
  void openReadOnly_whatWasBought_isAnsweredAndNothingElse() throws IOException {
    try (FileResultStore store = FileResultStore.open(folder)) {
      complete(store, "k", picture(1));
      granted(store, "flying");
    }
    byte[] before = Files.readAllBytes(folder.resolve("journal"));
    try (FileResultStore recorded = FileResultStore.openReadOnly(folder);
        FileResultStore writer = FileResultStore.open(folder)) {
      assertThat(recorded.claim(request("k")).status()).isEqualTo(Status.DONE);
      for (String key : List.of("other", "flying")) {
        assertThatExceptionOfType(ResultMissingException.class)
            .isThrownBy(() -> recorded.claim(request(key)))
            .withMessageContaining("outpaint")
            .satisfies(missing -> assertThat(missing.key()).isEqualTo(key));
      }
      assertThat(writer.find("k")).isPresent();
    }
    assertThat(folder.resolve("journal")).hasBinaryContent(before);
  }

  @Test
  void openReadOnly_noStore_isATypedError() {
    assertThatExceptionOfType(ResultStoreException.class)
        .isThrownBy(() -> FileResultStore.openReadOnly(folder.resolve("nowhere")))
        .withMessageContaining("nowhere");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void surplus_isCountedOverAReopening() {
    try (FileResultStore store = FileResultStore.open(folder)) {
      ClaimToken old = granted(store, "k");
      store.abandon(old, Outcome.UNKNOWN);
      store.resolve("k", Resolution.BUY_AGAIN);
      granted(store, "k");
      assertThat(store.complete(old, words(7))).isEqualTo(Completion.SURPLUS);
    }
    try (FileResultStore store = FileResultStore.open(folder)) {
      assertThat(store.usage().surplus()).isEqualTo(new Cost(1, 7));
    }
  }

  private List<Path> blobs() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
