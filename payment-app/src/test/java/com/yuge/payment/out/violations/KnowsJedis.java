package com.yuge.payment.out.violations;

import redis.clients.jedis.UnifiedJedis;

/** Rule 8. */
record KnowsJedis(UnifiedJedis jedis) {}
