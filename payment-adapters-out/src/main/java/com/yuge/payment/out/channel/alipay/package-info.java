/** Alipay: its calls, its notifications and their signatures, its settings. */
@NullMarked
package com.yuge.payment.out.channel.alipay;

import org.jspecify.annotations.NullMarked;
