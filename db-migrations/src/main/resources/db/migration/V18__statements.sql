-- The channels' daily statements and how far they are. version counts the claims, and fences off an
-- instance that has lost the statement to another one. next_check_at is NULL when nothing is left to do.
CREATE TABLE t_statement (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  channel        VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  merchant       VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bill_date      DATE          NOT NULL,
  kind           VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state          VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version        BIGINT        NOT NULL,
  run            INT           NOT NULL,
  attempts       INT           NOT NULL,
  sha256         CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  bytes          BIGINT        NULL,
  line_count     INT           NULL,
  paid           DECIMAL(20,2) NULL,
  refunded       DECIMAL(20,2) NULL,
  fees           DECIMAL(20,5) NULL,
  foreign_lines  INT           NOT NULL,
  walk           VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_no         BIGINT        NOT NULL,
  discrepancies  INT           NOT NULL,
  matched_sha256 CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  failure        VARCHAR(512)  NULL,
  next_check_at  DATETIME(6)   NULL,
  created_at     DATETIME(6)   NOT NULL,
  updated_at     DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_statement_key (channel, merchant, bill_date, kind),
  KEY idx_statement_due (next_check_at),
  KEY idx_statement_state (state, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A statement's file as it came, in parts of 1 MiB, so that no file is ever whole in memory.
-- The file of an earlier run stays, as evidence, until its retention ends.
CREATE TABLE t_statement_chunk (
  statement_id BIGINT      NOT NULL,
  run          INT         NOT NULL,
  part_no      INT         NOT NULL,
  content      MEDIUMBLOB  NOT NULL,
  created_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (statement_id, run, part_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The lines about our own payments and refunds; refund_no is NULL for a payment. The numbers compare as
-- those of t_pay_order, t_pay_trade and t_pay_refund do, because they are joined with them.
CREATE TABLE t_statement_line (
  statement_id      BIGINT        NOT NULL,
  line_no           INT           NOT NULL,
  pay_no            VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trade_no          VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  refund_no         VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  channel_refund_no VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  amount            DECIMAL(14,2) NOT NULL,
  fee               DECIMAL(17,5) NOT NULL,
  revoked           TINYINT       NOT NULL,
  dated_at          DATETIME(6)   NOT NULL,
  created_at        DATETIME(6)   NOT NULL,
  PRIMARY KEY (statement_id, line_no),
  KEY idx_statement_line_pay_no (pay_no),
  KEY idx_statement_line_refund_no (refund_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What differs between statements and our books: one row for each type and subject, so that a repeated
-- run adds nothing. state is OPEN or RESOLVED. next_check_at is NULL when no query may settle it.
CREATE TABLE t_discrepancy (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  channel         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind            VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject         VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  statement_id    BIGINT       NOT NULL,
  line_no         INT          NULL,
  pay_no          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  refund_no       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ours            VARCHAR(512) NOT NULL,
  theirs          VARCHAR(512) NOT NULL,
  state           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  queries         INT          NOT NULL,
  next_check_at   DATETIME(6)  NULL,
  first_seen      DATETIME(6)  NOT NULL,
  last_seen       DATETIME(6)  NOT NULL,
  resolution      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  resolved_by     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  resolved_reason VARCHAR(256) NULL,
  resolved_at     DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_discrepancy_subject (channel, kind, subject),
  KEY idx_discrepancy_due (next_check_at),
  KEY idx_discrepancy_state (state, id),
  KEY idx_discrepancy_pay_no (pay_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who resolved a discrepancy or opened it again, and why; resolution is NULL when it was opened.
CREATE TABLE t_discrepancy_change (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  discrepancy_id BIGINT       NOT NULL,
  resolution     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  operator       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason         VARCHAR(256) NOT NULL,
  created_at     DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY idx_discrepancy_change_discrepancy (discrepancy_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who had a statement fetched again, and why; written with the change itself.
CREATE TABLE t_statement_change (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  statement_id BIGINT       NOT NULL,
  run          INT          NOT NULL,
  operator     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason       VARCHAR(256) NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY idx_statement_change_statement (statement_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
