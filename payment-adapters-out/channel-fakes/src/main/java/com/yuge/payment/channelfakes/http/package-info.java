/** The server parts that all fake channels share. */
@NullMarked
package com.yuge.payment.channelfakes.http;

import org.jspecify.annotations.NullMarked;
