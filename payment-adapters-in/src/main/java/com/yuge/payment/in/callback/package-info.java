/** The channels' callbacks: received, verified by the channel's reader, passed to the domain. */
@NullMarked
package com.yuge.payment.in.callback;

import org.jspecify.annotations.NullMarked;
