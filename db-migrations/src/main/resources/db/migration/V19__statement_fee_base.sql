-- What the channel takes its fee of; NULL in rows from before: the amount. Alipay's fee is of what the
-- merchant receives, which a coupon of the merchant lowers. INSTANT: no row is rewritten. Waits as V6
-- does.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_statement_line
  ADD COLUMN fee_base DECIMAL(14,2) NULL,
  ALGORITHM = INSTANT;
SET SESSION lock_wait_timeout = DEFAULT;
