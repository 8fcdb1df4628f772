package com.yuge.payment.app.bench;

/** Two figures of one run against each other, and the least that we want of it. */
record Ratio(String name, double value, double bar) {
  boolean isMet() {
    return value >= bar;
  }
}
