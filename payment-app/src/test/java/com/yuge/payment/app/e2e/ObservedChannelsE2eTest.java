package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What channels see of a request's trace, and operators of the calls to channels. */
class ObservedChannelsE2eTest {
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "--payment.mock.url=", "MOCK",
          "--payment.wechat.url=", "WECHAT",
          "--payment.alipay.gateway-url=", "ALIPAY");

  private static final Map<String, ChannelProxy> PROXIES = new HashMap<>();
  private static final RealChannels CHANNELS =
      RealChannels.start("payment_observed_channels", ObservedChannelsE2eTest::start);

  private final PaymentApi api = CHANNELS.api();
  private final String traceId = UUID.randomUUID().toString().replace("-", "");

  private static ConfigurableApplicationContext start(List<String> arguments) {
    return ServiceInJvm.start(
        arguments.stream().map(ObservedChannelsE2eTest::throughProxy).toList());
  }

  private static String throughProxy(String argument) {
    return ADDRESSES.entrySet().stream()
        .filter(address -> argument.startsWith(address.getKey()))
        .findFirst()
        .map(address -> address.getKey() + proxy(address, argument).url())
        .orElse(argument);
  }

  private static ChannelProxy proxy(Map.Entry<String, String> address, String argument) {
    URI channel = URI.create(argument.substring(address.getKey().length()));
    ChannelProxy proxy = ChannelProxy.before(channel);
    PROXIES.put(address.getValue(), proxy);
    return proxy;
  }

  @AfterAll
  static void end() {
    CHANNELS.close();
    PROXIES.values().forEach(ChannelProxy::close);
  }

  @ParameterizedTest
  @CsvSource({
    "MOCK, /trades, /trades/{payNo}",
    "WECHAT, /v3/pay/transactions/native, /v3/pay/transactions/out-trade-no/{out_trade_no}",
    "ALIPAY, /gateway.do, /gateway.do"
  })
  void aCallHasTheTraceOfTheRequestAndIsTimedByAPathWithoutNumbers(
      String channel, String opened, String asked) {
    String payNo = created(channel);

    Answer paying =
        api.post(
            "/payments/" + payNo + "/pay",
            Map.of(),
            "traceparent",
            "00-" + traceId + "-00f067aa0ba902b7-01");

    assertThat(paying.http()).isEqualTo(200);
    assertThat(traces(channel))
        .as("of the same trace, with a span of its own")
        .anyMatch(trace -> trace.matches("00-" + traceId + "-(?!00f067aa0ba902b7).{16}-01"));
    assertThat(api.reconcile(payNo).http()).isEqualTo(200);
    assertThat(traces(channel)).doesNotContain("");
    String metrics = api.text("/actuator/prometheus");
    assertThat(metrics)
        .contains(timed("POST", opened))
        .contains("uri=\"" + asked + "\"")
        .doesNotContain(payNo, "sign=", "mchid");
  }

  private static List<String> traces(String channel) {
    return Objects.requireNonNull(PROXIES.get(channel)).traces();
  }

  private static String timed(String method, String path) {
    return ("http_client_requests_seconds_bucket{client_name=\"127.0.0.1\",error=\"none\","
            + "exception=\"none\",method=\"%s\",outcome=\"SUCCESS\",status=\"200\",uri=\"%s\",")
        .formatted(method, path);
  }

  @Test
  void whatTakesTimeHasAHistogramAndEachCircuitBreakerItsState() {
    assertThat(api.pay(created("MOCK")).http()).isEqualTo(200);

    assertThat(api.text("/actuator/prometheus"))
        .contains(
            "http_server_requests_seconds_bucket{",
            "payment_channel_calls_seconds_bucket{",
            "payment_outbox_commit_to_ack_seconds_bucket{",
            "resilience4j_circuitbreaker_state{name=\"MOCK\",state=\"closed\"} 1.0",
            "resilience4j_circuitbreaker_state{name=\"WECHAT\",state=\"open\"} 0.0",
            "resilience4j_circuitbreaker_state{name=\"ALIPAY\",state=\"half_open\"} 0.0")
        .doesNotContain("active_seconds_bucket");
  }

  private String created(String channel) {
    return api.post(
            "/payments",
            Map.of(
                "orderNo",
                "TRACE-" + traceId.substring(0, 18),
                "amount",
                "5.00",
                "channel",
                channel))
        .text("payNo");
  }
}
