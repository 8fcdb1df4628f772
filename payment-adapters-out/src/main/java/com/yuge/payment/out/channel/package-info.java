/**
 * What every payment channel needs to be called over the network; each channel has a package of its
 * own below.
 */
@NullMarked
package com.yuge.payment.out.channel;

import org.jspecify.annotations.NullMarked;
