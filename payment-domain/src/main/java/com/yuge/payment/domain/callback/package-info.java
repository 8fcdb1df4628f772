/** A channel's callbacks: each kept, each acted on at most once. */
@NullMarked
package com.yuge.payment.domain.callback;

import org.jspecify.annotations.NullMarked;
