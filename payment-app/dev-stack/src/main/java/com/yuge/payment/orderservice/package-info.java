/** A reference order-service: what the other side of the events should do. Not in the product. */
@NullMarked
package com.yuge.payment.orderservice;

import org.jspecify.annotations.NullMarked;
