/** Puts the parts together: which use case gets which adapter, and how all is configured. */
@NullMarked
package com.yuge.payment.app;

import org.jspecify.annotations.NullMarked;
