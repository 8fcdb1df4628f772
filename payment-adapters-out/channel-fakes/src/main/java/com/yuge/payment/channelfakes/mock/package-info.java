/**
 * The MOCK channel: an HTTP service of its own, with its own memory, as a real channel would be. A
 * tool of development and tests.
 */
@NullMarked
package com.yuge.payment.channelfakes.mock;

import org.jspecify.annotations.NullMarked;
