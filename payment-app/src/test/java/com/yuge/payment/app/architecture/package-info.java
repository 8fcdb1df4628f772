/** The architecture as rules that the build holds us to. */
@NullMarked
package com.yuge.payment.app.architecture;

import org.jspecify.annotations.NullMarked;
