/**
 * The MOCK channel for development and tests: an HTTP service with its own memory, like a real one.
 */
@NullMarked
package com.yuge.payment.channelfakes.mock;

import org.jspecify.annotations.NullMarked;
