-- The immutable log. An event id begins with its pay number, so its key also finds an order's events.
CREATE TABLE t_outbox_event (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  event_id      VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_no  INT           NOT NULL,
  aggregate_key VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tag           VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload       TEXT          NOT NULL,
  headers       VARCHAR(1024) NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_outbox_event_event_id (event_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The to-do list, kept slim: publishing deletes from it, replay inserts into it.
CREATE TABLE t_outbox_pending (
  partition_no  INT         NOT NULL,
  event_row_id  BIGINT      NOT NULL,
  aggregate_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (partition_no, event_row_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Pay orders whose events wait for a person.
CREATE TABLE t_outbox_blocked (
  aggregate_key VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts      INT          NOT NULL,
  last_error    VARCHAR(512) NOT NULL,
  blocked_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (aggregate_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who publishes what. The number of rows is the number of partitions; epoch fences former owners.
CREATE TABLE t_outbox_partition (
  partition_no INT         NOT NULL,
  owner        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  epoch        BIGINT      NOT NULL DEFAULT 0,
  lease_until  DATETIME(6) NULL,
  PRIMARY KEY (partition_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO t_outbox_partition (partition_no)
VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
