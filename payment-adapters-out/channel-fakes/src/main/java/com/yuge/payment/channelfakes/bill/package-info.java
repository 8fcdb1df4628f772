/** What the daily bills of the fake channels have in common. */
@NullMarked
package com.yuge.payment.channelfakes.bill;

import org.jspecify.annotations.NullMarked;
