/** Finds out by asking what no callback has told, and ends what nobody pays. */
@NullMarked
package com.yuge.payment.domain.reconcile;

import org.jspecify.annotations.NullMarked;
