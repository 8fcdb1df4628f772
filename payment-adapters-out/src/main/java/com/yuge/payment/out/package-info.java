/** What all adapters of this side share. */
@NullMarked
package com.yuge.payment.out;

import org.jspecify.annotations.NullMarked;
