package com.yuge.payment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.yuge.payment.app.settings.DatabaseRules;
import com.yuge.payment.app.settings.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole main, which comes to an end without a database. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(20)
class AwaitDatabaseTest {
  @Test
  void aDatabaseThatRefusesEndsTheStartInThreeLines(CapturedOutput output) throws IOException {
    int closed;
    try (ServerSocket socket = listen()) {
      closed = socket.getLocalPort();
    }

    assertThat(start(closed)).isInstanceOf(StartupException.class);
    assertThat(messageOf(output))
        .containsExactly(
            "The database 127.0.0.1:%d/payment did not answer within 0.3 s (payment.start.wait)."
                    .formatted(closed)
                + " Nothing was started.",
            "Its last answer: Connection refused",
            "Start it, or correct spring.datasource.url, .username and .password.");
    assertThat(output)
        .contains("Waiting for the database 127.0.0.1:" + closed + "/payment: Connection refused")
        .doesNotContain("\tat ", "hush", "Tomcat");
  }

  @Test
  void aDatabaseThatAcceptsAndNeverAnswersEndsItToo(CapturedOutput output) throws IOException {
    try (ServerSocket mute = listen()) {
      assertThat(start(mute.getLocalPort())).isInstanceOf(StartupException.class);
    }

    assertThat(messageOf(output)).hasSize(3).contains("Its last answer: Read timed out");
    assertThat(output).contains("/payment: Read timed out").doesNotContain("\tat ", "hush");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://db:3306/payment?password=hush, db:3306/payment",
    "jdbc:mysql://payment:hush@db/payment, db/payment",
    "'jdbc:mysql:replication://[::1]:3306,b:3306/payment', '[::1]:3306,b:3306/payment'",
    "'jdbc:mysql://a:hush@db,a:hush@eb/payment', of spring.datasource.url",
    "jdbc:mysql://(host=db)(password=hush)/payment, of spring.datasource.url",
    "jdbc:mysql://payment:hu/sh@db/payment, of spring.datasource.url"
  })
  void itsAddressHoldsNoSecret(String url, String address) {
    assertThat(DatabaseRules.address(url)).isEqualTo(address);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** With a password, and with another in the address. */
  private static Throwable start(int port) {
    return catchThrowable(
        () ->
            PaymentApplication.main(
                new String[] {
                  "--spring.datasource.url=jdbc:mysql://127.0.0.1:%d/payment?password=hush"
                      .formatted(port),
                  "--spring.datasource.username=payment",
                  "--spring.datasource.password=hush",
                  "--payment.callback-secret=one",
                  "--payment.rocketmq.name-server=127.0.0.1:9876",
                  "--payment.redis.uri=redis://127.0.0.1:6379",
                  "--payment.start.wait=300ms"
                }));
  }

  /** What Spring Boot prints between its own headings. */
  private static Stream<String> messageOf(CapturedOutput output) {
    return output
        .getOut()
        .lines()
        .dropWhile(line -> !line.equals("Description:"))
        .filter(line -> !line.isBlank() && !line.matches("Description:|Action:"));
  }
}
