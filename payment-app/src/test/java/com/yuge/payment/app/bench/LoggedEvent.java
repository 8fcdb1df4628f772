package com.yuge.payment.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.rocketmq.common.message.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An event as read from the log, for contenders that send the same bytes as the relay. */
public record LoggedEvent(
    long id,
    int partition,
    String eventId,
    String key,
    String tag,
    String payload,
    String headers) {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static List<LoggedEvent> all(DataSource pool) {
    return JdbcClient.create(pool)
        .sql(
            """
            SELECT id, partition_no AS `partition`, event_id, aggregate_key AS `key`, tag, payload,
              headers
            FROM t_outbox_event ORDER BY id
            """)
        .query(LoggedEvent.class)
        .list();
  }

  public Message message() {
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    Message message = new Message(PaymentTopic.NAME, tag, key, body);
    message.putUserProperty("eventId", eventId);
    JSON.readValue(headers, HEADERS).forEach(message::putUserProperty);
    return message;
  }
}
