/** One task at a time, at moments and in an order that the seed decides. */
@NullMarked
package com.yuge.payment.domain.simulation.kernel;

import org.jspecify.annotations.NullMarked;
