/** What a payment channel can be asked, and what it says. */
@NullMarked
package com.yuge.payment.domain.channel;

import org.jspecify.annotations.NullMarked;
