/** A channel as somebody would add it: what it is made of lies here, and nothing else knows it. */
@NullMarked
package com.yuge.payment.out.channel.testbank;

import org.jspecify.annotations.NullMarked;
