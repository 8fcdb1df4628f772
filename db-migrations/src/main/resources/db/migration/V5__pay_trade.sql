-- Every payment that a channel took. A trade number is unique at its channel, and the trade belongs to
-- one order for ever. amount and currency are NULL until the channel has said them. state is NULL for
-- the payment that settled its order; refund_held is for refunds, which come later.
CREATE TABLE t_pay_trade (
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  channel         VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trade_no        VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pay_no          VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind            VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount          DECIMAL(12,2) NULL,
  currency        CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  refund_held     DECIMAL(12,2) NOT NULL DEFAULT 0,
  state           VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  paid_at         DATETIME(6)   NULL,
  received_at     DATETIME(6)   NOT NULL,
  resolved_by     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  resolved_reason VARCHAR(256)  NULL,
  resolved_at     DATETIME(6)   NULL,
  PRIMARY KEY (channel, trade_no),
  UNIQUE KEY uk_pay_trade_id (id),
  KEY idx_pay_trade_pay_no (pay_no),
  KEY idx_pay_trade_state (state, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A channel named a trade for an order although it belongs to another order. No money of its own.
CREATE TABLE t_pay_trade_claim (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  channel     VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trade_no    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pay_no      VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount      DECIMAL(12,2) NULL,
  currency    CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NULL,
  received_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (channel, trade_no, pay_no),
  UNIQUE KEY uk_pay_trade_claim_id (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
