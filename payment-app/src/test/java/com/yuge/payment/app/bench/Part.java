package com.yuge.payment.app.bench;

/** One question that the benchmark answers. */
interface Part {
  String name();

  void run(Bench bench, Results results);
}
