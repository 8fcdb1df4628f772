/** The MOCK channel's signed callback: read, verified, handed to the domain. */
@NullMarked
package com.yuge.payment.in.callback;

import org.jspecify.annotations.NullMarked;
