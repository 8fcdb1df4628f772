package com.yuge.payment.app.hostile;

/** What is hostile about a request. */
enum Kind {
  PATH,
  QUERY,
  HEADER,
  FLOOD,
  METHOD,
  ENCODING,
  JSON,
  FRAMING,
  SMUGGLING,
  NOISE,
  CUT,
  PIPELINE
}
