/** Proofs on real adapters, a real database and the channels' fakes. */
@NullMarked
package com.yuge.payment.out.proof;

import org.jspecify.annotations.NullMarked;
