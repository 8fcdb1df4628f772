-- The events that each consumer group has handled. A row is written in the transaction in which its
-- event is handled, and is rolled back with it. The columns after the key are for people. The
-- order_no of an event about a statement is the statement's key.
CREATE TABLE IF NOT EXISTS t_mq_consume_log (
  consumer_group VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tag            VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_no       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trace_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  consumed_at    DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (consumer_group, event_id),
  KEY idx_mq_consume_log_consumed_at (consumed_at)
) ENGINE = InnoDB;
