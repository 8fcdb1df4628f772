/** What many instances and partitions take: simulated, and on a real database. */
@NullMarked
package com.yuge.payment.app.scale;

import org.jspecify.annotations.NullMarked;
