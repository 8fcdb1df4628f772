package com.yuge.payment.in.security;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.job.CheckNowService;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A client for each of two merchants, one for both, and what merchant B has: an order that is open,
 * one that is paid twice, a refund, and a claim.
 */
final class TwoMerchants implements AutoCloseable {
  static final String A = "merchant-a-key";
  static final String B = "merchant-b-key";
  static final String BOTH = "merchants-key";
  static final String UNBOUND = Callers.SHOP;
  static final String OPERATOR = Callers.OPERATOR;

  static final String ORDER_OF_B =
      "{\"orderNo\":\"B-OPEN\",\"amount\":77.77,\"userNo\":\"B-USER\",\"subject\":\"B-GOODS\"}";

  private static final String CLIENT_A = "payment.security.clients[4].";
  private static final String CLIENT_B = "payment.security.clients[5].";

  private static final String CLIENT_OF_BOTH = "payment.security.clients[6].";

  final PaymentHttp http;
  final String open;
  final String paid;
  final String refund;
  final String unapplied;

  TwoMerchants() throws Exception {
    this(CheckNowService.class);
  }

  /** With more endpoints. */
  TwoMerchants(Class<?> more) throws Exception {
    http = PaymentHttp.startWith(more, settings());
    open = call(B, "POST", "/payments", ORDER_OF_B).isOk().payNo();
    paid = call(B, "POST", "/payments", ORDER_OF_B.replace("B-OPEN", "B-PAID")).isOk().payNo();
    http.paid(paid, "B-TRADE", "77.77");
    http.paid(paid, "B-TWICE", "77.77");
    http.paid(open, "B-TRADE", "77.77");
    refund =
        call(B, "POST", "/payments/" + paid + "/refunds", refund("B-REFUND"))
            .isOk()
            .at("$.data.refundNo");
    unapplied = call(OPERATOR, "GET", "/payments/unapplied", "").isOk().at("$.data[0].id") + "";
    // The cache has a copy of the paid order from now on.
    Answer unused = call(B, "GET", "/payments/" + paid, "").isOk();
  }

  /** Made with sha256sum. */
  private static String[] settings() {
    Stream<String> merchants =
        Stream.of(
            CLIENT_A + "name=merchant-a",
            CLIENT_A
                + "key-sha256=37914d64abc820c992f56c1dec4c8a0c75eeca3353bfd3f60f73ce4e693055f8",
            CLIENT_A + "roles=payments,refunds",
            CLIENT_A + "merchants=MERCHANT-A",
            CLIENT_B + "name=merchant-b",
            CLIENT_B
                + "key-sha256=1257e3bbf6a38d6f32160de2f2e0b8c6c6adbc32107b127c8d985358adf1f7c7",
            CLIENT_B + "roles=payments,refunds",
            CLIENT_B + "merchants=MERCHANT-B",
            CLIENT_OF_BOTH + "name=both",
            CLIENT_OF_BOTH
                + "key-sha256=c467a73bb3139259297fa81ad6382329b3615aec71a35c4b0e64eb5405ee67dd",
            CLIENT_OF_BOTH + "roles=payments",
            CLIENT_OF_BOTH + "merchants=MERCHANT-A,MERCHANT-B");
    return Stream.concat(Callers.settings().stream(), merchants).toArray(String[]::new);
  }

  static String refund(String refundOrderNo) {
    return "{\"refundOrderNo\":\"%s\",\"amount\":7.77,\"reason\":\"B-REASON\"}"
        .formatted(refundOrderNo);
  }

  /** What no answer to A may have. */
  List<String> secrets() {
    return List.of(
        open,
        paid,
        refund,
        "B-OPEN",
        "B-PAID",
        "B-TRADE",
        "B-TWICE",
        "B-REFUND",
        "B-REASON",
        "B-USER",
        "B-GOODS",
        "MERCHANT-B",
        "77.77",
        "70.00",
        "7.77");
  }

  Answer call(String key, String method, String target, String body) throws Exception {
    return http.perform(
        MockMvcRequestBuilders.request(HttpMethod.valueOf(method), target)
            .header("Authorization", "Bearer " + key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  @Override
  public void close() {
    http.close();
  }
}
