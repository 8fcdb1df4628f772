/** The calls to a payment channel, and its answers. */
@NullMarked
package com.yuge.payment.domain.channel;

import org.jspecify.annotations.NullMarked;
