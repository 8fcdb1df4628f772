/** Fast copies in Redis; the database has the truth. */
@NullMarked
package com.yuge.payment.out.redis;

import org.jspecify.annotations.NullMarked;
