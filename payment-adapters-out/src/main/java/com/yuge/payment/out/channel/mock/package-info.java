/**
 * The MOCK channel, which development and tests pay with: its calls, its callbacks and their
 * signatures, its settings.
 */
@NullMarked
package com.yuge.payment.out.channel.mock;

import org.jspecify.annotations.NullMarked;
