/** The MOCK channel, which development and tests pay with. */
@NullMarked
package com.yuge.payment.out.channel.mock;

import org.jspecify.annotations.NullMarked;
