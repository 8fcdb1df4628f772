/** What operators can see and change in the outbox, and how long its log is kept. */
@NullMarked
package com.yuge.payment.domain.outbox.operations;

import org.jspecify.annotations.NullMarked;
