CREATE TABLE IF NOT EXISTS t_order (
  order_no   VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount     DECIMAL(12,2) NOT NULL,
  status     VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (order_no)
) ENGINE = InnoDB;

-- The payments that events have reported, and the refunded part of each. An order can have several: one that
-- paid it, and others by mistake. paid is NULL until an event says that this payment is the order's own.
CREATE TABLE IF NOT EXISTS t_order_payment (
  order_no   VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trade_no   VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  paid       DECIMAL(12,2) NULL,
  refunded   DECIMAL(12,2) NOT NULL,
  PRIMARY KEY (order_no, trade_no)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS t_order_status_audit (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  order_no      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  before_status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  after_status  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  KEY idx_order_status_audit_order_no (order_no)
) ENGINE = InnoDB;

-- Alerts for a person. One event can raise two: one while its order is unknown, one after a replay.
CREATE TABLE IF NOT EXISTS t_payment_alert (
  event_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tag       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_no  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pay_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail    TEXT        NOT NULL,
  raised_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (event_id, kind)
) ENGINE = InnoDB;
