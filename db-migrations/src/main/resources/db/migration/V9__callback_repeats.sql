-- How often a signed callback was repeated. Only the first repeats have rows of their own; without a
-- bound, one captured callback of 16 KiB fills the disk. The previous version leaves it at 0.
-- INSTANT: no row is rewritten. As V6, it gives way where it would wait for a long transaction. A
-- callback whose transaction has read this table and not yet written it loses to the ALTER (error 1213)
-- and is run again, as after any lost race.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_pay_callback_log
  ADD COLUMN repeats BIGINT NOT NULL DEFAULT 0,
  ALGORITHM = INSTANT;
SET SESSION lock_wait_timeout = DEFAULT;
