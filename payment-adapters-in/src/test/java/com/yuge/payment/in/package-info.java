/** The HTTP edge over the real use cases and the ports in memory. */
@NullMarked
package com.yuge.payment.in;

import org.jspecify.annotations.NullMarked;
