/** Who takes part in the simulated world. */
@NullMarked
package com.yuge.payment.domain.simulation.actors;

import org.jspecify.annotations.NullMarked;
