/** Unguessable digits from the platform. */
@NullMarked
package com.yuge.payment.out.random;

import org.jspecify.annotations.NullMarked;
