/** Fast copies in Redis; the database is the source of truth. */
@NullMarked
package com.yuge.payment.out.redis;

import org.jspecify.annotations.NullMarked;
