package com.yuge.payment.app.dev;

import com.yuge.payment.stack.PaymentStack;
import java.util.List;

/** Where the service finds the servers of a stack, as command line arguments. */
public final class StackProperties {
  private StackProperties() {}

  public static List<String> of(PaymentStack stack) {
    return of(stack, stack.mariaDb().jdbcUrl());
  }

  /** The same with another database on the stack's server. */
  public static List<String> of(PaymentStack stack, String databaseUrl) {
    return List.of(
        "--spring.datasource.url=" + databaseUrl,
        "--spring.datasource.username=" + stack.mariaDb().username(),
        "--spring.datasource.password=" + stack.mariaDb().password(),
        "--payment.rocketmq.name-server=" + stack.rocketMq().nameServerAddress(),
        "--payment.redis.uri=" + stack.redis().uri());
  }
}
