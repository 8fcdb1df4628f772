/** A reference order-service, which shows how to consume the events. Not part of the product. */
@NullMarked
package com.yuge.payment.orderservice;

import org.jspecify.annotations.NullMarked;
