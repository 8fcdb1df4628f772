/** Benchmarks: what the service is as fast as, beside what else one would use. */
@NullMarked
package com.yuge.payment.app.bench;

import org.jspecify.annotations.NullMarked;
