/**
 * The MOCK channel: a separate HTTP service with its own memory, like a real channel. A tool for
 * development and tests.
 */
@NullMarked
package com.yuge.payment.channelfakes.mock;

import org.jspecify.annotations.NullMarked;
