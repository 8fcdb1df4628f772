package com.yuge.payment.out.channel.wechat;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.HttpResponse;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.ChannelRequest;
import com.yuge.payment.out.channel.HttpAnswer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the SDK's calls through this service's own HTTP client, which has a deadline and repeats
 * nothing. The SDK signs the request. This class verifies the signature of any answer before it
 * reads it.
 */
final class WechatHttp extends AbstractHttpClient {
  private final ChannelHttp http;
  private final URI url;
  private final AnswerVerifier verifier;

  WechatHttp(WechatAccount account, ChannelHttp http, URI url, AnswerVerifier verifier) {
    super(account.credential(), verifier);
    this.http = http;
    this.url = url;
    this.verifier = verifier;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param type the type of the answer's body; null if there must be none
   * @throws WechatApiException if WeChat Pay answered with an error that it signed
   * @throws ChannelCallException if there is no answer that can be believed
   */
  @Override
  public <T> HttpResponse<T> execute(HttpRequest request, @Nullable Class<T> type) {
    HttpResponse<T> response;
    try {
      response = super.execute(request, type);
    } catch (WechatPayException | JsonParseException e) {
      throw new ChannelCallException(Cause.ERROR, "an answer that cannot be read");
    }
    if (type != null && response.getServiceResponse() == null) {
      throw new ChannelCallException(Cause.ERROR, "an empty answer");
    }
    return response;
  }

  @Override
  protected OriginalResponse innerExecute(HttpRequest request) {
    HttpAnswer answer = http.exchange(toSend(request));
    verifier.require(answer);
    if (answer.status() != (isClose(request) ? 204 : 200)) {
      throw WechatApiException.of(answer);
    }
    return new OriginalResponse.Builder()
        .request(request)
        .statusCode(answer.status())
        .headers(firstValues(answer.headers()))
        .contentType(answer.headers().firstValue("Content-Type").orElse(""))
        .body(new String(answer.body(), StandardCharsets.UTF_8))
        .build();
  }

  // The signature covers neither the status nor the request. Only a close is answered by a 204.
  private static boolean isClose(HttpRequest request) {
    return request.getUri().getPath().endsWith("/close");
  }

  // The SDK names the official host. The signature covers only what comes after it.
  private ChannelRequest toSend(HttpRequest request) {
    URI asked = request.getUri();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    var builder =
        java.net.http.HttpRequest.newBuilder(url.resolve(asked.getRawPath() + query))
            .method(request.getHttpMethod().name(), body(request));
    request.getHeaders().getHeaders().forEach(builder::header);
    return new ChannelRequest(template(asked.getPath()), builder);
  }

  /** The path without the number of a payment or a refund, as the SDK's services write it. */
  private static String template(String path) {
    return path.replaceFirst("/out-trade-no/[^/]+", "/out-trade-no/{out_trade_no}")
        .replaceFirst("/refunds/[^/]+", "/refunds/{out_refund_no}");
  }

  private static Map<String, String> firstValues(java.net.http.HttpHeaders headers) {
    Map<String, String> first = new HashMap<>();
    headers.map().forEach((name, values) -> first.put(name, values.get(0)));
    return first;
  }

  private static BodyPublisher body(HttpRequest request) {
    return request.getBody() instanceof JsonRequestBody json
        ? BodyPublishers.ofString(json.getBody())
        : BodyPublishers.noBody();
  }

  /**
   * Downloads a file, whose answer WeChat Pay does not sign. Whatever host the address names, the
   * configured one is called.
   */
  @Override
  protected InputStream innerDownload(HttpRequest request) {
    return http.download(toSend(request));
  }

  @Override
  protected String getHttpClientInfo() {
    return "java.net.http";
  }
}
