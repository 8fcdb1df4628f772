-- Finds what is PAYING long past its expiry. Payments go on while it is built.
-- As for the columns before, it gives way where it would wait for a long transaction.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_pay_order
  ADD KEY idx_pay_order_expiry (status, expire_at),
  ALGORITHM = INPLACE, LOCK = NONE;
SET SESSION lock_wait_timeout = DEFAULT;
