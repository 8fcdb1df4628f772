/** Connects the use cases with their adapters. */
@NullMarked
package com.yuge.payment.app;

import org.jspecify.annotations.NullMarked;
