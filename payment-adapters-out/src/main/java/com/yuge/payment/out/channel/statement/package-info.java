/** What the readers of channels' statements have in common: bounds, strict texts, columns. */
@NullMarked
package com.yuge.payment.out.channel.statement;

import org.jspecify.annotations.NullMarked;
