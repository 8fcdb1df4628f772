package com.yuge.payment.in.security;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A shop whose key is being rotated, operators, who refunds, and a service that knows them. */
public final class Callers {
  public static final String SHOP = "shop-key";
  static final String SHOP_BEFORE = "shop-key-before";
  public static final String OPERATOR = "operator-key";
  public static final String REFUNDER = "refunder-key";
  public static final String MANAGER = "manager-key";

  /** Made with sha256sum. */
  static final String[] CLIENTS = {
    "payment.security.clients[0].name=shop",
    "payment.security.clients[0].key-sha256="
        + "44cfdcdd88354fa1412781f5a01a901c9112db33bfa8b165fbec9b618d9cf112,"
        + "9223C01ABCA4C7135494FACBB558C8A80B65F7427C7724EE71E143733F99A0A5",
    "payment.security.clients[0].roles=payments",
    "payment.security.clients[1].name=operator",
    "payment.security.clients[1].key-sha256=c9736463f555cdb7d2a78cfd7aa8b8c4f09d906d78f8dab9228eda30a28c2818",
    "payment.security.clients[1].roles=ops",
    "payment.security.clients[2].name=refunder",
    "payment.security.clients[2].key-sha256=6ad55c451bef4d25f4f878ad7300a160f93f1c1f31189f5cc0520df746a58322",
    "payment.security.clients[2].roles=refunds",
    "payment.security.clients[3].name=manager",
    "payment.security.clients[3].key-sha256=21d415489a776ee9f6ecdefda3cee30d8daf9809b4e80dd98b9d1f834ce0af39",
    "payment.security.clients[3].roles=refunds,ops"
  };

  private Callers() {}

  /** The settings that make them known. */
  public static List<String> settings() {
    return List.of(CLIENTS);
  }

  public static PaymentHttp service(String... properties) {
    String[] all = new String[CLIENTS.length + properties.length];
    System.arraycopy(CLIENTS, 0, all, 0, CLIENTS.length);
    System.arraycopy(properties, 0, all, CLIENTS.length, properties.length);
    return PaymentHttp.start(all);
  }

  static Answer call(PaymentHttp http, String method, String path, @Nullable String authorization)
      throws Exception {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"orderNo\":\"ORD-9\",\"amount\":1}");
    return http.perform(
        authorization == null ? request : request.header("Authorization", authorization));
  }
}
