/** Quick copies in Redis, never the truth. */
@NullMarked
package com.yuge.payment.out.redis;

import org.jspecify.annotations.NullMarked;
