/** How long records of what happened are kept. */
@NullMarked
package com.yuge.payment.domain.retention;

import org.jspecify.annotations.NullMarked;
