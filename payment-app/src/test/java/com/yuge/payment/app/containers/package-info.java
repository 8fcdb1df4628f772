/** The compose file, checked without Docker. */
@NullMarked
package com.yuge.payment.app.containers;

import org.jspecify.annotations.NullMarked;
