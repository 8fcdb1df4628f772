-- Finds the events of an aggregate, in the order in which they were appended, whatever its event ids
-- look like. Events are appended while it is built; its beginning and its end are as in V9.
SET SESSION lock_wait_timeout = 3;
ALTER TABLE t_outbox_event
  ADD KEY idx_outbox_event_aggregate_key (aggregate_key, id),
  ALGORITHM = INPLACE, LOCK = NONE;
SET SESSION lock_wait_timeout = DEFAULT;
