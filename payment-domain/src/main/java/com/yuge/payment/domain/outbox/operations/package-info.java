/** What operators see of the outbox and may change, and how long its log is kept. */
@NullMarked
package com.yuge.payment.domain.outbox.operations;

import org.jspecify.annotations.NullMarked;
