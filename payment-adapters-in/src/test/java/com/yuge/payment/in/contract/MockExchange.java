package com.yuge.payment.in.contract;

import com.yuge.payment.in.contract.Exchange.Request;
import com.yuge.payment.in.contract.Exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;

/** An exchange with the callers' port without a server. */
public final class MockExchange {
  private static final int FIRST_ERROR = 400;

  /** Callbacks that only tests have. */
  private static final String OF_TESTS = "/channels/mock/test-";

  private MockExchange() {}

  public static void check(MvcResult result) {
    Exchange exchange = new Exchange(request(result.getRequest()), response(result));
    if (!needsErrorPage(exchange) && !exchange.request().path().startsWith(OF_TESTS)) {
      OpenApiContract.check(exchange);
    }
  }

  /** MockMvc has no error page, which writes what a filter refuses. Tests on Tomcat see it. */
  private static boolean needsErrorPage(Exchange exchange) {
    return exchange.response().status() >= FIRST_ERROR
        && exchange.response().body().isEmpty()
        && !exchange.request().isHead();
  }

  private static Request request(MockHttpServletRequest sent) {
    String query = sent.getQueryString();
    byte[] body = sent.getContentAsByteArray();
    return new Request(
        false,
        Objects.requireNonNull(sent.getMethod()),
        sent.getRequestURI() + (query == null ? "" : "?" + query),
        headers(Collections.list(sent.getHeaderNames()), sent::getHeader),
        body == null ? "" : new String(body, StandardCharsets.UTF_8));
  }

  /** Servers leave out the body of the answer to HEAD. */
  private static Response response(MvcResult result) {
    MockHttpServletResponse got = result.getResponse();
    boolean isHead = "HEAD".equals(result.getRequest().getMethod());
    return new Response(
        got.getStatus(),
        headers(got.getHeaderNames(), got::getHeader),
        isHead ? "" : new String(got.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(
      Collection<String> names, Function<String, @Nullable String> value) {
    Map<String, String> headers = new TreeMap<>();
    names.forEach(
        name ->
            headers.put(name.toLowerCase(Locale.ROOT), Objects.requireNonNull(value.apply(name))));
    return headers;
  }
}
