/** What every part of the domain speaks of: money, numbers, transactions. */
@org.jspecify.annotations.NullMarked
package com.yuge.payment.domain.shared;
