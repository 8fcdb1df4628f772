/** The pay order: its states, the use cases that move it, and the ports they need. */
@NullMarked
package com.yuge.payment.domain.order;

import org.jspecify.annotations.NullMarked;
