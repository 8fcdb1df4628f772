package com.yuge.payment.app;

import com.yuge.payment.in.callback.CallbackConfiguration;
import com.yuge.payment.in.job.JobConfiguration;
import com.yuge.payment.in.ops.MoneyWatchConfiguration;
import com.yuge.payment.in.rest.RestConfiguration;
import com.yuge.payment.in.security.SecurityConfiguration;
import com.yuge.payment.out.channel.ChannelConfiguration;
import com.yuge.payment.out.jdbc.JdbcConfiguration;
import com.yuge.payment.out.outbox.OutboxConfiguration;
import com.yuge.payment.out.random.RandomConfiguration;
import com.yuge.payment.out.redis.RedisConfiguration;
import com.yuge.payment.out.rocketmq.RocketMqConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every adapter of the production service. */
@Configuration(proxyBeanMethods = false)
@Import({
  RestConfiguration.class,
  CallbackConfiguration.class,
  JobConfiguration.class,
  MoneyWatchConfiguration.class,
  SecurityConfiguration.class,
  JdbcConfiguration.class,
  OutboxConfiguration.class,
  RocketMqConfiguration.class,
  RedisConfiguration.class,
  ChannelConfiguration.class,
  RandomConfiguration.class
})
class AdapterConfiguration {}
