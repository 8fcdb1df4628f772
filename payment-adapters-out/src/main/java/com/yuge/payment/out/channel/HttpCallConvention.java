package com.yuge.payment.out.channel;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationConvention;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names and tags of {@code http.client.requests} are those of Spring's HTTP clients, so that
 * the usual dashboards fit. A span has no query here, because Alipay's query contains the
 * signature.
 */
final class HttpCallConvention implements ObservationConvention<HttpCallContext> {
  @Override
  public boolean supportsContext(Context context) {
    return context instanceof HttpCallContext;
  }

  @Override
  public String getName() {
    return "http.client.requests";
  }

  @Override
  public String getContextualName(HttpCallContext context) {
    return "http " + context.request().method().toLowerCase(Locale.ROOT);
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(HttpCallContext context) {
    HttpResponse<?> response = context.getResponse();
    return KeyValues.of(
        "client.name",
        context.request().uri().getHost(),
        "exception",
        exception(context.getError()),
        "method",
        context.request().method(),
        "outcome",
        response == null ? "UNKNOWN" : outcome(response.statusCode()),
        "status",
        response == null ? "CLIENT_ERROR" : String.valueOf(response.statusCode()),
        "uri",
        context.uriTemplate());
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(HttpCallContext context) {
    URI uri = context.request().uri();
    return KeyValues.of(
        "http.url", uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath());
  }

  private static String exception(@Nullable Throwable error) {
    return error == null ? "none" : error.getClass().getSimpleName();
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
