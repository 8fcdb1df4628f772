-- What the torture's consumer has handled. No key keeps an event from being here twice.
CREATE TABLE t_handled (
  id       BIGINT AUTO_INCREMENT PRIMARY KEY,
  event_id VARCHAR(64) CHARACTER SET ascii NOT NULL,
  pay_no   VARCHAR(32) CHARACTER SET ascii NOT NULL,
  tag      VARCHAR(64) CHARACTER SET ascii NOT NULL,
  amount   DECIMAL(12,2) NOT NULL
);
CREATE TABLE t_total (
  pay_no VARCHAR(32) CHARACTER SET ascii NOT NULL,
  tag    VARCHAR(64) CHARACTER SET ascii NOT NULL,
  amount DECIMAL(12,2) NOT NULL,
  PRIMARY KEY (pay_no, tag)
);
