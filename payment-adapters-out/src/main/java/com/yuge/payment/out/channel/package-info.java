/** Network calls to payment channels in general; each channel has a subpackage of its own. */
@NullMarked
package com.yuge.payment.out.channel;

import org.jspecify.annotations.NullMarked;
