/** What takes how long, beside what else one would use; nothing timed is asserted. */
@NullMarked
package com.yuge.payment.app.bench;

import org.jspecify.annotations.NullMarked;
