package com.yuge.payment.app.bench.peers;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Events that wait, four of each order, in SQL: the same bytes for every peer.
 *
 * @param count of events
 */
record Backlog(int count) {
  private static final int OF_AN_ORDER = 4;
  private static final String PREFIX = "PAY20261122140000789";

  /** To follow an INSERT into a table with these columns. MariaDB has tables of numbers. */
  String select() {
    return """
    (event_id, partition_no, aggregate_key, tag, payload, headers, created_at)
    SELECT CONCAT(pay_no, '-', version), MOD(CRC32(pay_no), 16), pay_no, 'PAYMENT_SUCCEEDED',
      CONCAT('{"eventId":"', pay_no, '-', version, '","payNo":"', pay_no, '","orderNo":"ORD',
        pay_no, '","amount":99.90,"channel":"MOCK","channelTradeNo":"MOCK_', pay_no,
        '","paidAt":"2026-11-22T12:00:30.123456","eventTime":"2026-11-22T12:00:30.123456",',
        '"traceId":"', MD5(pay_no), '","version":"1.0"}'),
      CONCAT('{"traceId":"', MD5(pay_no), '","traceparent":"00-', MD5(pay_no), '-',
        LEFT(MD5(pay_no), 16), '-01"}'),
      UTC_TIMESTAMP(6)
    FROM (SELECT CONCAT('%s', LPAD(seq DIV %d, 12, '0')) AS pay_no, 2 + MOD(seq, %d) AS version
      FROM seq_0_to_%d ORDER BY seq) numbered
    """
        .formatted(PREFIX, OF_AN_ORDER, OF_AN_ORDER, count - 1);
  }

  Set<String> ids() {
    return IntStream.range(0, count)
        .mapToObj(n -> "%s%012d-%d".formatted(PREFIX, n / OF_AN_ORDER, 2 + n % OF_AN_ORDER))
        .collect(Collectors.toSet());
  }
}
