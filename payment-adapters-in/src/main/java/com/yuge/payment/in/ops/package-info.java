/** Operators' reports and actions, on their own port. */
@NullMarked
package com.yuge.payment.in.ops;

import org.jspecify.annotations.NullMarked;
