/** Many instances and partitions: how long shares and take-overs take, and what they cost. */
@NullMarked
package com.yuge.payment.domain.simulation.scale;

import org.jspecify.annotations.NullMarked;
