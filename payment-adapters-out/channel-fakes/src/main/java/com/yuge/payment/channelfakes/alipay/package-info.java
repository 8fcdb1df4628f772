/**
 * FakeAlipay for development and tests: an HTTP service that signs, verifies and refuses as
 * Alipay's OpenAPI does, with books of its own.
 */
@NullMarked
package com.yuge.payment.channelfakes.alipay;

import org.jspecify.annotations.NullMarked;
