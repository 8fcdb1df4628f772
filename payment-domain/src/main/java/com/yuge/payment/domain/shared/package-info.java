/** Types that every part of the domain uses: money, numbers, transactions. */
@NullMarked
package com.yuge.payment.domain.shared;

import org.jspecify.annotations.NullMarked;
