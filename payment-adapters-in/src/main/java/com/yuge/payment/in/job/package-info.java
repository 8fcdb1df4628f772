/** Background jobs. */
@NullMarked
package com.yuge.payment.in.job;

import org.jspecify.annotations.NullMarked;
