/** What every adapter of a port must hold to; run on the fakes and on the real thing. */
@NullMarked
package com.yuge.payment.domain.contracts;

import org.jspecify.annotations.NullMarked;
