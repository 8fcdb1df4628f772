-- Finds refused callbacks, which are kept for a shorter time than the others, by age: ids ascend.
-- Callbacks are logged while it is built; its beginning and its end are as in V9.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_pay_callback_log
  ADD KEY idx_pay_callback_log_result (process_result, id),
  ALGORITHM = INPLACE, LOCK = NONE;
SET SESSION lock_wait_timeout = DEFAULT;
