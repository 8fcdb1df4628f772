package com.yuge.payment.app.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Where it was measured, and that it was measured on servers that keep what they say they keep. */
final class BenchFacts {
  private BenchFacts() {}

  static void tell(Bench bench, Results results) {
    Runtime jvm = Runtime.getRuntime();
    results.fact("scale", bench.scale().factor());
    results.fact("processors", jvm.availableProcessors());
    results.fact("java", Runtime.version());
    results.fact("database", variable(bench, "SELECT VERSION()"));
    String flush = variable(bench, "SELECT @@innodb_flush_log_at_trx_commit");
    results.fact("innodb_flush_log_at_trx_commit", flush);
    results.fact("broker", "RocketMQ, SYNC_FLUSH, one broker, 16 queues");
    if (!"1".equals(flush)) {
      results.problem("commits are not durable");
    }
  }

  private static String variable(Bench bench, String sql) {
    return JdbcClient.create(bench.pool()).sql(sql).query(String.class).single();
  }
}
