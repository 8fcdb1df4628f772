-- Identifiers are ascii_bin: A1 is not a1, and an index entry is one byte a character.
-- No foreign keys: a child's insert would lock the parent row and deadlock with its update.
CREATE TABLE t_pay_order (
  id                BIGINT        NOT NULL AUTO_INCREMENT,
  pay_no            VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_no          VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount            DECIMAL(12,2) NOT NULL,
  currency          CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'CNY',
  status            VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel           VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel_trade_no  VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  pay_url           VARCHAR(512)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  paid_at           DATETIME(6)   NULL,
  expire_at         DATETIME(6)   NOT NULL,
  next_check_at     DATETIME(6)   NULL,
  late_trade_no     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  late_amount       DECIMAL(12,2) NULL,
  late_currency     CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  late_at           DATETIME(6)   NULL,
  mismatch_trade_no VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  mismatch_amount   DECIMAL(12,2) NULL,
  mismatch_currency CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  mismatch_at       DATETIME(6)   NULL,
  version           INT           NOT NULL DEFAULT 0,
  created_at        DATETIME(6)   NOT NULL,
  updated_at        DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_pay_order_pay_no (pay_no),
  UNIQUE KEY uk_pay_order_order_no (order_no),
  KEY idx_pay_order_due (status, next_check_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- callback_id is NULL for repeats and for what could not be verified: neither may occupy an id.
CREATE TABLE t_pay_callback_log (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  channel         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pay_no          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  callback_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  callback_status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  raw_payload     TEXT        NOT NULL,
  signature_valid TINYINT     NOT NULL,
  process_result  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_pay_callback_log_callback_id (channel, callback_id),
  KEY idx_pay_callback_log_pay_no (pay_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE t_pay_reconcile_audit (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  pay_no        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  action        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  before_status VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  after_status  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  query_result  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail        VARCHAR(512) NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY idx_pay_reconcile_audit_pay_no (pay_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
