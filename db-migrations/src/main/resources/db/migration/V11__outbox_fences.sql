-- A last row for each partition, which no event has. While somebody looks at the database as it was,
-- rows that were struck off stay, and a read walks over them until it meets a row that is there: with
-- nothing waiting in any partition, to the end of the table. The previous version passes over such a
-- row, since it has no event, and only counts it as waiting.
INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
SELECT partition_no, 9223372036854775807, '' FROM t_outbox_partition;
