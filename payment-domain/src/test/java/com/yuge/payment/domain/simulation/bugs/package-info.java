/** Protections taken away one by one, to see that the simulation notices. */
@NullMarked
package com.yuge.payment.domain.simulation.bugs;

import org.jspecify.annotations.NullMarked;
