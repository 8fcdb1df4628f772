/**
 * The outbox: an event is appended with the change that it tells, and published afterwards. It
 * knows nothing of payments; what an event is of, its key says.
 */
@NullMarked
package com.yuge.payment.domain.outbox;

import org.jspecify.annotations.NullMarked;
