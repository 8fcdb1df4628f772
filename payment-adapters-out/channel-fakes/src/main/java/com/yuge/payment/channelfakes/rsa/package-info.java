/** The RSA keys and signatures of the fakes. This code is separate from the service's. */
@NullMarked
package com.yuge.payment.channelfakes.rsa;

import org.jspecify.annotations.NullMarked;
