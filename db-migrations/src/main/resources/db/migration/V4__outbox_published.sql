-- When the broker first acknowledged an event; written with striking it off, trimmed with the log.
-- Not a column of the log: growing its rows cost more than twice what these inserts do.
CREATE TABLE t_outbox_published (
  event_row_id BIGINT      NOT NULL,
  published_at DATETIME(6) NOT NULL,
  PRIMARY KEY (event_row_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
