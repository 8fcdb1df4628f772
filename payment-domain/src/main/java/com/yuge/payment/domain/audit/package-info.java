/** The service checks its own data: each day, it audits the data of the day before. */
@NullMarked
package com.yuge.payment.domain.audit;

import org.jspecify.annotations.NullMarked;
