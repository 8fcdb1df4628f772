/** That nothing is lost whatever dies: real processes, a real broker, a real database. */
@NullMarked
package com.yuge.payment.app.proof;

import org.jspecify.annotations.NullMarked;
