/** What channels send by themselves: taken in, read by their channel, handed to the domain. */
@NullMarked
package com.yuge.payment.in.callback;

import org.jspecify.annotations.NullMarked;
