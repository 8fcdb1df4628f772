/** What takes how long; run by {@code mvn verify -Pbench}, and nothing timed is asserted. */
@NullMarked
package com.yuge.payment.app.bench;

import org.jspecify.annotations.NullMarked;
