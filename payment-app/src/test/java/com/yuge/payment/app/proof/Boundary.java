package com.yuge.payment.app.proof;

/** Where a process may be when it dies. */
enum Boundary {
  AFTER_APPEND("between append and commit"),
  AFTER_COMMIT("between commit and read"),
  AFTER_READ("between read and send"),
  AFTER_SEND("between send and ack"),
  AFTER_ACK("after ack"),
  DURING_RELEASE("during release");

  final String words;

  Boundary(String words) {
    this.words = words;
  }
}
