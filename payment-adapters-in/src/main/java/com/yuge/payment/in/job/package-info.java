/** What the service does by itself, without being asked. */
@NullMarked
package com.yuge.payment.in.job;

import org.jspecify.annotations.NullMarked;
