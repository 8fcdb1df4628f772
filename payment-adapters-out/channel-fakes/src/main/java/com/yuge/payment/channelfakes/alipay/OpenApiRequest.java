package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.http.Request;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to the gateway.
 *
 * @param biz its biz_content; null if that is no JSON object
 */
record OpenApiRequest(Call call, SignedForm form, @Nullable JsonNode biz) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @throws ApiError if the request names no call
   */
  static OpenApiRequest read(Request request) {
    SignedForm form = SignedForm.read(request);
    if (form.get("method").isEmpty()) {
      throw ApiError.missing("method");
    }
    Call call = Call.of(form.get("method")).orElseThrow(() -> ApiError.invalid("method"));
    return new OpenApiRequest(call, form, object(form.get("biz_content")));
  }

  private static @Nullable JsonNode object(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Returns a business parameter; an empty text if it is absent. */
  String text(String name) {
    return biz == null ? "" : biz.path(name).asString("");
  }

  /**
   * @throws ApiError if the business parameter is absent
   */
  String required(String name) {
    if (biz == null) {
      throw ApiError.missing("biz-content");
    }
    String value = text(name);
    if (value.isEmpty()) {
      throw ApiError.parameter(name);
    }
    return value;
  }

  /** Returns whether a list of the business parameters has this text. */
  boolean lists(String name, String text) {
    return biz != null
        && biz.path(name).valueStream().anyMatch(one -> one.asString("").equals(text));
  }

  /** Returns the address in a parameter of the protocol, such as notify_url. */
  Optional<URI> url(String name) {
    return Optional.of(form.get(name))
        .filter(text -> !text.isEmpty())
        .map(text -> http(text).orElseThrow(() -> ApiError.parameter(name)));
  }

  private static Optional<URI> http(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
