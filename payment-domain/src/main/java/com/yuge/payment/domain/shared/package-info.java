/** What every part of the domain speaks of: money, numbers, transactions. */
@NullMarked
package com.yuge.payment.domain.shared;

import org.jspecify.annotations.NullMarked;
