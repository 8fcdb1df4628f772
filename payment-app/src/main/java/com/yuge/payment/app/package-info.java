/** Connects the use cases with their adapters and checks the configuration. */
@NullMarked
package com.yuge.payment.app;

import org.jspecify.annotations.NullMarked;
