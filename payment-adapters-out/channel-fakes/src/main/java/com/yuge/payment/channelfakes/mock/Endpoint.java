package com.yuge.payment.channelfakes.mock;

/** Answers one kind of request; a mistake of the caller's is a {@link BadRequest}. */
interface Endpoint {
  Answer handle(Request request);
}
