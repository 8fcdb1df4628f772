/** Tests of the package. */
@NullMarked
package com.yuge.payment.in.callback;

import org.jspecify.annotations.NullMarked;
