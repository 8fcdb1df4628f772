/** How long until events flow again after a server or an instance has died or hung. */
@NullMarked
package com.yuge.payment.app.bench.recovery;

import org.jspecify.annotations.NullMarked;
