/** What operators see and do, as an actuator endpoint. */
@NullMarked
package com.yuge.payment.in.ops;

import org.jspecify.annotations.NullMarked;
