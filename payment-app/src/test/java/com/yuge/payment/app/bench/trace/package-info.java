/** Where an event spends its time between the commit of its payment and a consumer. */
@NullMarked
package com.yuge.payment.app.bench.trace;

import org.jspecify.annotations.NullMarked;
