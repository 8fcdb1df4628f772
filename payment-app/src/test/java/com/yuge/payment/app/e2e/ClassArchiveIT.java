package com.yuge.payment.app.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The archive of classes for a quick start, as README says that it is made. */
@Execution(ExecutionMode.CONCURRENT)
class ClassArchiveIT {
  /** Nobody listens there. */
  private static final List<String> NO_SERVERS =
      List.of(
          "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/payment",
          "--spring.datasource.username=payment",
          "--spring.datasource.password=",
          "--payment.rocketmq.name-server=127.0.0.1:1",
          "--payment.redis.uri=redis://127.0.0.1:1",
          "--payment.callback-secret=a-secret-of-the-packaged-jars-test");

  @Test
  void itIsMadeWithoutAServer(@TempDir Path elsewhere) throws IOException {
    Path archive = elsewhere.resolve("payment-app.jsa");

    ExtractedJar.of(Path.of("target", "payment-app.jar"), elsewhere)
        .train("-XX:ArchiveClassesAtExit=" + archive, NO_SERVERS);

    // The run may not end before the beans are made, or the archive has little of what a start
    // needs.
    assertThat(Files.readString(archive, ISO_8859_1))
        .contains(
            "com/yuge/payment/in/rest/PayOrderController",
            "com/yuge/payment/out/outbox/RelayThread");
  }
}
