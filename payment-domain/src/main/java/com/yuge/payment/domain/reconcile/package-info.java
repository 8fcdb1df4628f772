/** Queries channels for results that no callback reported, and closes orders that nobody pays. */
@NullMarked
package com.yuge.payment.domain.reconcile;

import org.jspecify.annotations.NullMarked;
