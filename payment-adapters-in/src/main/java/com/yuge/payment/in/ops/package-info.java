/** What operators see and do, on their own port. */
@NullMarked
package com.yuge.payment.in.ops;

import org.jspecify.annotations.NullMarked;
