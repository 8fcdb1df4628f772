/** What must hold after every change, and once the dust has settled. */
@NullMarked
package com.yuge.payment.domain.simulation.invariants;

import org.jspecify.annotations.NullMarked;
