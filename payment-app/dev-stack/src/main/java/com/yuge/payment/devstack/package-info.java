/**
 * The real servers on loopback that tests and the development run use: MariaDB, RocketMQ, Redis and
 * the MOCK channel.
 */
@NullMarked
package com.yuge.payment.devstack;

import org.jspecify.annotations.NullMarked;
