/**
 * The real servers on loopback that tests and the development run use: MariaDB, RocketMQ, Redis.
 */
@NullMarked
package com.yuge.payment.stack;

import org.jspecify.annotations.NullMarked;
