/** The service on a Redis with replicas and Sentinels, while its master dies. */
@NullMarked
package com.yuge.payment.app.sentinel;

import org.jspecify.annotations.NullMarked;
