package com.yuge.payment.channelfakes.http;

/** Answers one kind of request; reports a caller's mistake by a {@link BadRequest}. */
public interface Endpoint {
  Answer handle(Request request);
}
