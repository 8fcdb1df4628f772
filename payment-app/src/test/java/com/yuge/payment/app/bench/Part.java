package com.yuge.payment.app.bench;

/** One question that the benchmark answers. */
public interface Part {
  String name();

  void run(Bench bench, Results results);
}
