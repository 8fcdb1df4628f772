package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.PayNo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The number of partitions is raised by the statements of docs/scale.md, while events wait. The
 * next event of the same orders is committed afterwards, and overtakes none of them.
 */
@EnabledIfSystemProperty(named = "proof.long", matches = "true")
class MorePartitionsE2eTest {
  private static final Path PAGE = Path.of("docs", "scale.md");
  private static final Pattern STATEMENTS =
      Pattern.compile("## More partitions.*?```sql\n(.*?)```", Pattern.DOTALL);
  private static final int ORDERS = 1_000;

  private final ProofEnvironment environment = ProofEnvironment.open("proof_partitions");

  @Test
  void noEventIsLostAndNoneOvertakesAnEarlierOneOfItsOrder() throws Exception {
    List<PayNo> orders = new ArrayList<>();
    try (ProofTopic topic = environment.topic()) {
      publishSome();
      try (RelayService producer = RelayService.startProducer(environment)) {
        for (int i = 0; i < ORDERS; i++) {
          orders.add(producer.payments().failed(committed -> {}));
        }
        requireEmptyAbove(producer.jdbc(), 15);
      }
      raise();
      try (RelayService first = RelayService.startProducer(environment)) {
        orders.forEach(order -> first.payments().paid(order, committed -> {}));
        requireConsistent(first.jdbc());
        try (RelayService second = RelayService.start(environment, List.of())) {
          second.payments().several(ORDERS / 10);
          DeliveryReport report =
              DeliveryReport.of(new OutboxRows(first.jdbc()), topic).requireComplete();
          System.out.printf(
              "16 to 256 partitions: %d events, %d of them waited, all in order%n",
              report.committed().size(), ORDERS);
        }
      }
    }
  }

  /** With the old number, so that a broker has some of each partition already. */
  private void publishSome() {
    try (RelayService relay = RelayService.start(environment, List.of())) {
      relay.payments().several(ORDERS / 10);
      new OutboxRows(relay.jdbc()).awaitNothingWaits();
    }
  }

  /** The statements of the page, as an operator runs them. */
  private void raise() throws IOException, SQLException {
    Matcher found = STATEMENTS.matcher(Files.readString(PAGE));
    assertThat(found.find()).isTrue();
    List<String> statements =
        Stream.of(found.group(1).replaceAll("--.*", "").split(";", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    try (Connection connection = environment.connect();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        boolean unused = statement.execute(text);
      }
    }
  }

  private static void requireEmptyAbove(JdbcClient jdbc, int partition) {
    assertThat(
            count(jdbc, "SELECT COUNT(*) FROM t_outbox_pending WHERE partition_no > " + partition))
        .isZero();
  }

  private static void requireConsistent(JdbcClient jdbc) {
    assertThat(count(jdbc, "SELECT COUNT(*) FROM t_outbox_partition")).isEqualTo(256);
    assertThat(count(jdbc, "SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key = ''"))
        .isEqualTo(256);
    assertThat(
            count(
                jdbc,
                """
                SELECT COUNT(*) FROM t_outbox_pending p JOIN t_outbox_event e
                ON e.id = p.event_row_id WHERE e.partition_no <> p.partition_no
                """))
        .isZero();
    assertThat(
            count(
                jdbc,
                """
                SELECT MAX(several) FROM (SELECT COUNT(DISTINCT partition_no) AS several
                FROM t_outbox_pending WHERE aggregate_key <> '' GROUP BY aggregate_key) s
                """))
        .isOne();
  }

  private static int count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
