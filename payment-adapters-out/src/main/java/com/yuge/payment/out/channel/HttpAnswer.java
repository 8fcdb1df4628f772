package com.yuge.payment.out.channel;

import java.net.http.HttpHeaders;

/** A channel's HTTP answer, whatever its status. */
public final class HttpAnswer {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  public HttpAnswer(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body.clone();
  }

  public int status() {
    return status;
  }

  /** The headers of the answer. Look-ups ignore the case of their names. */
  public HttpHeaders headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }
}
