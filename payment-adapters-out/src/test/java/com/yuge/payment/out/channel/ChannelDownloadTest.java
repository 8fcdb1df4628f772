package com.yuge.payment.out.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.jdbc.TestDatabase;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelDownloadTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final long MOST = 200_000;
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n";

  private final ChannelHttp http =
      new ChannelHttp(new CallLimits(LONG, LONG, SHORT), ObservationRegistry.NOOP);
  private List<Path> before;

  @BeforeEach
  void look() throws IOException {
    before = temporary();
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    assertThat(temporary()).isSubsetOf(before);
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("download-")).toList();
    }
  }

  private InputStream download(RawServer server, Duration deadline) {
    return http.download(
        new ChannelRequest("/bill", HttpRequest.newBuilder(server.url()).GET()), MOST, deadline);
  }

  private UnknownReason reason(RawServer server, Duration deadline) {
    return catchThrowableOfType(
            ChannelCallException.class, () -> download(server, deadline).close())
        .reason();
  }

  /** The deadline of other calls is too short for a file. */
  @Test
  void aFileMayBeLargerAndSlowerThanAnAnswer() throws IOException {
    String text = "x".repeat(ChannelHttp.MOST_BYTES + 1);
    try (RawServer server = RawServer.answering(HEAD.formatted(text.length()) + text);
        InputStream file = download(server, LONG)) {
      assertThat(file.readAllBytes()).isEqualTo(text.getBytes(US_ASCII));
    }
  }

  @Test
  void aFileThatIsTooLargeIsAnError() {
    String text = "x".repeat((int) MOST + 1);
    try (RawServer server = RawServer.answering(HEAD.formatted(text.length()) + text)) {
      assertThat(reason(server, LONG).detail()).contains("more than " + MOST + " bytes");
    }
  }

  @Test
  void aFileThatBreaksOffIsAnError() {
    try (RawServer server = RawServer.answering(HEAD.formatted(100) + "half")) {
      assertThat(reason(server, LONG).cause()).isEqualTo(Cause.ERROR);
    }
  }

  @Test
  void aFileThatNeverEndsIsATimeout() {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server =
        RawServer.saying(
            out -> {
              out.write((HEAD.formatted(100) + "half").getBytes(US_ASCII));
              never.await();
            })) {
      assertThat(reason(server, SHORT))
          .isEqualTo(new UnknownReason(Cause.TIMEOUT, "no whole answer in " + SHORT));
    }
  }

  @Test
  void onlyHttp200IsAFile() {
    try (RawServer server = RawServer.answering("HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(reason(server, LONG)).isEqualTo(new UnknownReason(Cause.ERROR, "HTTP 404"));
    }
  }

  @Test
  void nothingIsDownloadedInsideATransaction() {
    try (RawServer server = RawServer.answering(HEAD.formatted(0))) {
      assertThatThrownBy(() -> TestDatabase.transactions().call(() -> download(server, LONG)))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
