-- Where an order's amount counts against limits; NULL where it does not.
-- INSTANT: no row is rewritten. Waits as V6 does. The previous version does not write the columns: an
-- order that it ends keeps its reservation. So limits are set once its last instance has stopped.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_pay_order
  ADD COLUMN limit_day            DATE NULL,
  ADD COLUMN user_limit_shard     INT  NULL,
  ADD COLUMN merchant_limit_shard INT  NULL,
  ALGORITHM = INSTANT;
SET SESSION lock_wait_timeout = DEFAULT;
