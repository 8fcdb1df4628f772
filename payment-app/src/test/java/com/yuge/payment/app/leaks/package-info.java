/** Watches what all tests of this module log. */
@NullMarked
package com.yuge.payment.app.leaks;

import org.jspecify.annotations.NullMarked;
