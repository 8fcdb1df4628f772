/** The service on a developer's machine: real servers, a reference order-service, no Docker. */
@NullMarked
package com.yuge.payment.dev;

import org.jspecify.annotations.NullMarked;
