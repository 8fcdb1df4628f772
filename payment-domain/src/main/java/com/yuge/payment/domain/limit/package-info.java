/** Limits on what a user or a merchant may pay: in one payment, and in one day. */
@NullMarked
package com.yuge.payment.domain.limit;

import org.jspecify.annotations.NullMarked;
