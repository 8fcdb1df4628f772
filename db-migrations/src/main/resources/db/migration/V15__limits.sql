-- The most that a user or a merchant may pay. '*' stands for each subject without a row of its own.
-- The rows of '*' are always there, so that a change can lock its scope; NULL means no limit.
CREATE TABLE t_limit (
  scope           VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject         VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  per_transaction DECIMAL(12,2) NULL,
  per_day         DECIMAL(12,2) NULL,
  shards          INT           NOT NULL,
  version         INT           NOT NULL,
  PRIMARY KEY (scope, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO t_limit (scope, subject, shards, version) VALUES ('MERCHANT', '*', 1, 0), ('USER', '*', 1, 0);

-- What is used of a day's limit, in slices: the caps of all shards sum to day_limit, which is 0 until
-- a slice is cut. Only shard 0 may have a cap below what is used. The day comes first, so that old
-- days are removed by the only key: beside another key, an UPDATE might lock foreign rows by it.
CREATE TABLE t_limit_use (
  day       DATE          NOT NULL,
  scope     VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject   VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shard     INT           NOT NULL,
  day_limit DECIMAL(12,2) NOT NULL,
  cap       DECIMAL(18,2) NOT NULL,
  used      DECIMAL(18,2) NOT NULL,
  PRIMARY KEY (day, scope, subject, shard)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who changed a limit, and why; written with the change itself.
CREATE TABLE t_limit_audit (
  id                     BIGINT        NOT NULL AUTO_INCREMENT,
  scope                  VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject                VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  before_per_transaction DECIMAL(12,2) NULL,
  before_per_day         DECIMAL(12,2) NULL,
  before_shards          INT           NULL,
  after_per_transaction  DECIMAL(12,2) NULL,
  after_per_day          DECIMAL(12,2) NULL,
  after_shards           INT           NULL,
  operator               VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason                 VARCHAR(256)  NOT NULL,
  created_at             DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY idx_limit_audit_subject (scope, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
