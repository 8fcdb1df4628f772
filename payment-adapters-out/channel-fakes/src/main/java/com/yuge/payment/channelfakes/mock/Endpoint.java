package com.yuge.payment.mockchannel;

/** Answers one kind of request; a mistake of the caller's is a {@link BadRequest}. */
interface Endpoint {
  Answer handle(Request request);
}
