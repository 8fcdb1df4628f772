package com.yuge.payment.out.channel;

import io.micrometer.observation.transport.RequestReplySenderContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;

/** The observation of one HTTP request to a channel. Tracing adds its headers to the request. */
final class HttpCallContext
    extends RequestReplySenderContext<HttpRequest.Builder, HttpResponse<?>> {
  private final String uriTemplate;
  private final HttpRequest request;

  HttpCallContext(ChannelRequest call) {
    super((carrier, name, value) -> Objects.requireNonNull(carrier).setHeader(name, value));
    setCarrier(call.http());
    this.uriTemplate = call.uriTemplate();
    this.request = call.http().build();
  }

  String uriTemplate() {
    return uriTemplate;
  }

  /** The request without the headers of tracing. */
  HttpRequest request() {
    return request;
  }
}
