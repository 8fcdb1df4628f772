/** The service checks its own data: each day, what was stored on the day before. */
@NullMarked
package com.yuge.payment.domain.audit;

import org.jspecify.annotations.NullMarked;
