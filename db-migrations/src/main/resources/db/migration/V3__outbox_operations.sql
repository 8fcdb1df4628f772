-- Who lives: each instance writes its own row only, so that counting them locks nothing.
CREATE TABLE t_outbox_instance (
  owner       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  alive_until DATETIME(6) NOT NULL,
  PRIMARY KEY (owner)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What is to be published again. A list of its own: a replay waits until nothing is pending.
CREATE TABLE t_outbox_replay (
  partition_no  INT         NOT NULL,
  event_row_id  BIGINT      NOT NULL,
  aggregate_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  requested_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (partition_no, event_row_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row: what an operator wants of all instances.
CREATE TABLE t_outbox_control (
  id     INT     NOT NULL,
  paused TINYINT NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO t_outbox_control (id, paused) VALUES (1, 0);

-- Who did what, and why; written with the change itself.
CREATE TABLE t_outbox_audit (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  operator   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  action     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  affected   INT          NOT NULL,
  reason     VARCHAR(256) NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
