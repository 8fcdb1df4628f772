/** The payment channels, over the network. */
@NullMarked
package com.yuge.payment.out.channel;

import org.jspecify.annotations.NullMarked;
