/** The ports in memory, with rollback, for tests without servers; held to the port contracts. */
@NullMarked
package com.yuge.payment.domain.fakes;

import org.jspecify.annotations.NullMarked;
