package com.yuge.payment.out.channel.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.StatementBounds;
import com.yuge.payment.out.channel.statement.StatementFileContract;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MockStatementFileTest extends StatementFileContract {
  private static final List<String> COLUMNS =
      List.of(
          "time",
          "kind",
          "pay_no",
          "trade_no",
          "refund_no",
          "channel_refund_no",
          "amount",
          "currency",
          "fee",
          "note");

  @Override
  protected StatementGateway gateway(StatementBounds bounds) {
    CallLimits limits =
        new CallLimits(MockRefundDesk.LONG, MockRefundDesk.LONG, MockRefundDesk.LONG);
    return new MockStatements(
        new ChannelHttp(limits, ObservationRegistry.NOOP),
        new MockStatements.Settings(MockRefundDesk.NOWHERE, null, bounds),
        new HmacSignatures(List.of()),
        new Nonces());
  }

  @Override
  protected Charset charset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  protected Charset otherCharset() {
    return StandardCharsets.UTF_16;
  }

  @Override
  protected byte[] packed(byte[] text) {
    return text;
  }

  @Override
  protected List<String> columns() {
    return COLUMNS;
  }

  @Override
  protected Map<String, String> payment() {
    return Map.of(
        "time", "2026-11-22T04:00:00Z",
        "kind", "PAYMENT",
        "pay_no", "PAY1",
        "trade_no", "MOCK_1",
        "amount", "1.00",
        "currency", "CNY",
        "fee", "0.01");
  }

  @Override
  protected String head(List<String> columns) {
    return String.join(",", columns) + "\n";
  }

  @Override
  protected String line(List<String> columns, Map<String, String> cells) {
    return columns.stream()
        .map(column -> cells.getOrDefault(column, ""))
        .collect(Collectors.joining(",", "", "\n"));
  }

  @Override
  protected String end(int payments) {
    return "total_lines,total_paid,total_refunded,total_fees\n%d,%d.00,0.00,%d.%02d\n"
        .formatted(payments, payments, payments / 100, payments % 100);
  }

  @Override
  protected String amount() {
    return "amount";
  }

  @Override
  protected String time() {
    return "time";
  }

  @Override
  protected String unneeded() {
    return "note";
  }

  @Test
  void anEmptyFileIsTruncated() {
    assertThat(unreadableFile(new byte[0])).isEqualTo(Reason.TRUNCATED);
  }

  /** A file that never was: ten million lines, of which the reader keeps none. */
  @Test
  void tenMillionLinesStopAtTheBound() {
    byte[] head = head(COLUMNS).getBytes(charset());
    byte[] lines = line(COLUMNS, payment()).repeat(1_000).getBytes(charset());
    List<InputStream> parts =
        IntStream.range(0, 10_000)
            .mapToObj(part -> (InputStream) new ByteArrayInputStream(part == 0 ? head : lines))
            .toList();
    AtomicInteger told = new AtomicInteger();
    int most = 1_000_000;

    UnreadableStatement refused =
        catchThrowableOfType(
            UnreadableStatement.class,
            () ->
                gateway(new StatementBounds(1L << 31, most))
                    .read(
                        new SequenceInputStream(Collections.enumeration(parts)),
                        line -> told.incrementAndGet()));

    assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(told.get()).isEqualTo(most - 1);
  }
}
