-- What the service found when it checked its own data: one row for each rule and subject, so that a
-- repeated audit adds nothing. state is OPEN or RESOLVED.
CREATE TABLE t_audit_violation (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  rule            VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject         VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail          VARCHAR(512) NOT NULL,
  day             DATE         NOT NULL,
  state           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_seen      DATETIME(6)  NOT NULL,
  last_seen       DATETIME(6)  NOT NULL,
  resolved_by     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  resolved_reason VARCHAR(256) NULL,
  resolved_at     DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_audit_violation_subject (rule, subject),
  KEY idx_audit_violation_state (state, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- While limits are audited: what the orders of the day that have been read count for each user and
-- merchant. used is what was used of the day's limit before they were read again.
CREATE TABLE t_audit_limit (
  id      BIGINT        NOT NULL AUTO_INCREMENT,
  scope   VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  counted DECIMAL(18,2) NOT NULL,
  used    DECIMAL(18,2) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_audit_limit_subject (scope, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row: how far the audit is, and when it is due next. walk is NULL while no audit is under way.
-- version counts the changes, and fences off an instance that has lost the audit to another one.
CREATE TABLE t_audit_progress (
  id            INT         NOT NULL,
  version       BIGINT      NOT NULL,
  day           DATE        NULL,
  walk          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  row_no        BIGINT      NOT NULL,
  started_at    DATETIME(6) NULL,
  complete_day  DATE        NULL,
  next_check_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO t_audit_progress (id, version, row_no, next_check_at) VALUES (1, 0, 0, '2000-01-01');
