package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.operations.TrimEventLog;

/** The tasks besides publishing. */
record MaintenanceTasks(OutboxSnapshot snapshot, TrimEventLog events, RecordTrimming records) {}
