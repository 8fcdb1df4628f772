package com.yuge.payment.channelfakes.mock;

/** Answers one kind of request; reports a caller's mistake by a {@link BadRequest}. */
interface Endpoint {
  Answer handle(Request request);
}
