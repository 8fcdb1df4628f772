/** The other half of a cycle. */
@NullMarked
package com.yuge.payment.domain.egg;

import org.jspecify.annotations.NullMarked;
