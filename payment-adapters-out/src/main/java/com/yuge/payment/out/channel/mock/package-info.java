/**
 * The MOCK channel for development and tests: its calls, its callbacks and their signatures, its
 * settings.
 */
@NullMarked
package com.yuge.payment.out.channel.mock;

import org.jspecify.annotations.NullMarked;
