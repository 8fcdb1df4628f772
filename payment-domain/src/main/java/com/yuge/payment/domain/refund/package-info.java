/** Money that goes back: refunds, their states, and the use cases that move them. */
@NullMarked
package com.yuge.payment.domain.refund;

import org.jspecify.annotations.NullMarked;
