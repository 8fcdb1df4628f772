package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.TrimEventLog;

/** What there is to do beside publishing. */
record UpkeepWork(OutboxSample sample, TrimEventLog events, RecordTrimming records) {}
