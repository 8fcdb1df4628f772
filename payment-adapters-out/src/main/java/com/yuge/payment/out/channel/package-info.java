/**
 * What channels share: their network calls, the form of their callbacks, their settings. Each
 * channel has a subpackage of its own.
 */
@NullMarked
package com.yuge.payment.out.channel;

import org.jspecify.annotations.NullMarked;
