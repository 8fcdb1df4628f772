/** The database's primary dies, another server takes over, and nothing acknowledged is lost. */
@NullMarked
package com.yuge.payment.app.failover;

import org.jspecify.annotations.NullMarked;
