-- INSTANT: no row is rewritten, so the previous version's payments wait for nothing.
-- subject is what order-service asked for; the open_* columns, product, payer_id, client_ip and
-- channel_account are what the channel was told, and is told again in the same words.
-- late_* and mismatch_* are for the previous version, while it runs beside this one. The next release
-- uses them no more, and the one after it drops them.
-- Behind an ALTER that waits for a long transaction all payments wait: it waits less than they do, and
-- fails without having changed anything. Then: DELETE FROM flyway_schema_history WHERE success = 0.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_pay_order
  ADD COLUMN subject         VARCHAR(127) NULL,
  ADD COLUMN merchant_no     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN user_no         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN ended_at        DATETIME(6)  NULL,
  ADD COLUMN opened_at       DATETIME(6)  NULL,
  ADD COLUMN open_subject    VARCHAR(127) NULL,
  ADD COLUMN open_expire_at  DATETIME(6)  NULL,
  ADD COLUMN product         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN payer_id        VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN client_ip       VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN channel_account VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ALGORITHM = INSTANT;
SET SESSION lock_wait_timeout = DEFAULT;
