-- What the channel has given back of a payment; refund_held also counts what it is still asked for.
-- INSTANT: no row is rewritten, and the previous version does not write the column. Waits as V6 does.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_pay_trade
  ADD COLUMN refunded DECIMAL(12,2) NOT NULL DEFAULT 0,
  ALGORITHM = INSTANT;
SET SESSION lock_wait_timeout = DEFAULT;
