/** Too long for every build: run by {@code -Pproof}. */
@NullMarked
package com.yuge.payment.app.proof;

import org.jspecify.annotations.NullMarked;
