/**
 * The real use cases and the real relay in a world whose threads, time and faults one seed decides.
 */
@NullMarked
package com.yuge.payment.domain.simulation;

import org.jspecify.annotations.NullMarked;
