/** Callbacks of channels: each is logged, and each is applied at most once. */
@NullMarked
package com.yuge.payment.domain.callback;

import org.jspecify.annotations.NullMarked;
