package com.yuge.payment.out.channel.alipay;

import com.alipay.api.AlipayRequest;
import com.alipay.api.internal.util.json.JSONWriter;
import com.yuge.payment.out.channel.ChannelRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the official SDK's requests into signed HTTP requests, in the form that the SDK sends. */
record AlipayRequests(URI gateway, Clock clock) {
  private static final String CONTENT = "biz_content";

  /**
   * A call. Only the content is in the body: Alipay needs the charset in the address to decode it.
   */
  ChannelRequest post(AlipayAccount account, AlipayRequest<?> request) {
    Map<String, String> signed = signed(account, request);
    String content = encoded(CONTENT, String.valueOf(signed.remove(CONTENT)));
    return new ChannelRequest(
        gateway.getPath(),
        HttpRequest.newBuilder(address(signed))
            .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(content)));
  }

  /** The address that makes the payer's browser do the call. */
  URI address(AlipayAccount account, AlipayRequest<?> request) {
    return address(signed(account, request));
  }

  private URI address(Map<String, String> parameters) {
    return URI.create(
        parameters.entrySet().stream()
            .map(entry -> encoded(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("&", gateway + "?", "")));
  }

  private Map<String, String> signed(AlipayAccount account, AlipayRequest<?> request) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("app_id", account.appId());
    parameters.put("method", request.getApiMethodName());
    parameters.put("format", "json");
    parameters.put("charset", "utf-8");
    parameters.put("sign_type", AlipayAccount.SIGN_TYPE);
    parameters.put("timestamp", AlipayTime.text(clock.instant()));
    parameters.put("version", request.getApiVersion());
    putIfGiven(parameters, "notify_url", request.getNotifyUrl());
    putIfGiven(parameters, "return_url", request.getReturnUrl());
    parameters.put(CONTENT, new JSONWriter().write(request.getBizModel(), true));
    parameters.put("sign", account.sign(parameters));
    return parameters;
  }

  private static void putIfGiven(
      Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  private static String encoded(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
