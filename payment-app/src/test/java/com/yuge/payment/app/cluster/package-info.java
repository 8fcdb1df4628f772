/** RocketMQ's servers die and hang one after the other, in a cluster, while events flow. */
@NullMarked
package com.yuge.payment.app.cluster;

import org.jspecify.annotations.NullMarked;
