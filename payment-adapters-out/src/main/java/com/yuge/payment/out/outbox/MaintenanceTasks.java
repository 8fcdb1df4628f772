package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.operations.TrimEventLog;

/** What there is to do beside publishing. */
record MaintenanceTasks(OutboxSnapshot snapshot, TrimEventLog events, RecordTrimming records) {}
