/**
 * The outbox: an event is appended together with the change that it describes, and published
 * afterwards. The outbox knows nothing about payments; the key of an event identifies its
 * aggregate.
 */
@NullMarked
package com.yuge.payment.domain.outbox;

import org.jspecify.annotations.NullMarked;
