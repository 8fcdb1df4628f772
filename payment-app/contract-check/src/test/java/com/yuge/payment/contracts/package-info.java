/** Compares the contracts with the last released ones. */
@NullMarked
package com.yuge.payment.contracts;

import org.jspecify.annotations.NullMarked;
