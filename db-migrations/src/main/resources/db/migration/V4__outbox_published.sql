-- When the broker first acknowledged events: a row for each batch, written with striking it off and
-- trimmed with the log. event_rows is a JSON array of t_outbox_event.id from first_row to last_row.
-- Not a row for each event, nor a column of the log: they cost the relay more than reading does.
CREATE TABLE t_outbox_published (
  last_row     BIGINT        NOT NULL,
  published_at DATETIME(6)   NOT NULL,
  first_row    BIGINT        NOT NULL,
  event_rows   VARCHAR(8192) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (last_row)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
