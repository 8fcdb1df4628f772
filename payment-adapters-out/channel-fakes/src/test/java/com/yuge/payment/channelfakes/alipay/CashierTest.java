package com.yuge.payment.channelfakes.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.http.QrPicture;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CashierTest {
  private static final String NO = "ORDER_1";

  private final Merchant merchant = new Merchant(URI.create("http://127.0.0.1:9/notify"));

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void thePageShowsTheQrCodeAndOpensTheTrade() {
    String qrCode = merchant.precreate(NO).path("qr_code").asString();

    HttpResponse<String> page = merchant.browse("/cashier/" + NO);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("data-view=\"UNPAID\"", "¥88.88", NO, QrPicture.svg(qrCode))
        .contains("action=\"/cashier/" + NO + "/pay\"")
        .doesNotContain("{{", "Tea");
    assertThat(state()).isEqualTo("WAIT_BUYER_PAY");
  }

  @Test
  void aPayerPaysAndIsSentBackToThePage() {
    merchant.precreate(NO);

    HttpResponse<String> pressed = merchant.press("/cashier/" + NO + "/pay");

    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(pressed.headers().firstValue("Location")).hasValue("/cashier/" + NO);
    assertThat(merchant.browse("/cashier/" + NO).body()).contains("data-view=\"PAID\"");
    assertThat(state()).isEqualTo("TRADE_SUCCESS");
  }

  @Test
  void aPayerMayFailAndTryAgain() {
    merchant.precreate(NO);

    assertThat(merchant.press("/cashier/" + NO + "/fail").body()).contains("data-view=\"FAILED\"");
    assertThat(state()).isEqualTo("WAIT_BUYER_PAY");
    assertThat(merchant.browse("/cashier/" + NO).body()).contains("data-view=\"UNPAID\"");
  }

  @Test
  void aPayerMayLeaveWithoutAPayment() {
    merchant.precreate(NO);

    assertThat(merchant.browse("/cashier/" + NO + "/leave").body())
        .contains("data-view=\"LEFT\"", "waits until it closes", "href=\"/cashier/" + NO + "\"");
    assertThat(state()).isEqualTo("WAIT_BUYER_PAY");
    assertThat(merchant.browse("/cashier/ORDER_2/leave").statusCode()).isEqualTo(404);
  }

  @Test
  void aPageThatIsAskedForMakesTheTradeOnlyWhenAPayerOpensIt() {
    Map<String, Object> order = merchant.order(NO, "88.88");
    order.put("product_code", "FAST_INSTANT_TRADE_PAY");
    String address = address("alipay.trade.page.pay", order);
    assertThat(merchant.query(NO).path("sub_code").asString()).isEqualTo("ACQ.TRADE_NOT_EXIST");

    HttpResponse<String> opened = merchant.browse(address);

    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Location")).hasValue("/cashier/" + NO);
    assertThat(state()).isEqualTo("WAIT_BUYER_PAY");
    assertThat(merchant.browse(address).statusCode()).isEqualTo(303);
  }

  @Test
  void aWapPageOpensLikewise() {
    Map<String, Object> order = merchant.order(NO, "88.88");
    order.put("product_code", "QUICK_WAP_WAY");

    assertThat(merchant.browse(address("alipay.trade.wap.pay", order)).statusCode()).isEqualTo(303);
    assertThat(merchant.client().pressPay(NO)).isEqualTo("TRADE_SUCCESS");
  }

  @Test
  void aPaidPageLeadsBackToTheShopWithSignedParameters() {
    Map<String, Object> order = merchant.order(NO, "88.88");
    order.put("product_code", "FAST_INSTANT_TRADE_PAY");
    Map<String, String> parameters = merchant.parameters("alipay.trade.page.pay", order);
    parameters.put("return_url", "http://127.0.0.1:9/paid?a=1");
    HttpResponse<String> unused =
        merchant.browse("/gateway.do?" + Merchant.encoded(Merchant.signed(parameters)));
    String state = merchant.client().pressPay(NO);

    assertThat(state).isEqualTo("TRADE_SUCCESS");
    assertThat(merchant.browse("/cashier/" + NO).body())
        .contains("href=\"http://127.0.0.1:9/paid?a=1&amp;")
        .contains("method=alipay.trade.page.pay.return", "out_trade_no=" + NO, "sign=");
  }

  @Test
  void anAddressThatSomebodyChangedOpensNothing() {
    Map<String, Object> order = merchant.order(NO, "88.88");
    order.put("product_code", "FAST_INSTANT_TRADE_PAY");

    HttpResponse<String> opened =
        merchant.browse(address("alipay.trade.page.pay", order).replace("88.88", "0.01"));

    assertThat(opened.statusCode()).isEqualTo(400);
    assertThat(opened.body()).contains("isv.invalid-signature");
    assertThat(merchant.client().trade(NO).has("state")).isFalse();
  }

  @Test
  void aPageNeedsItsProduct() {
    HttpResponse<String> opened =
        merchant.browse(address("alipay.trade.page.pay", merchant.order(NO, "88.88")));

    assertThat(opened.body()).contains("ACQ.INVALID_PARAMETER");
  }

  @Test
  void whatIsOverCanNoLongerBePaid() {
    merchant.precreate(NO);
    merchant.clock.advance(Merchant.TIME_TO_PAY);

    assertThat(merchant.browse("/cashier/" + NO).body()).contains("data-view=\"EXPIRED\"");
    assertThat(merchant.browse("/cashier/ORDER_2").statusCode()).isEqualTo(404);
    assertThat(merchant.browse("/cashier/%3Cscript%3E").statusCode()).isEqualTo(404);
  }

  private String address(String method, Map<String, Object> order) {
    return "/gateway.do?" + Merchant.encoded(Merchant.signed(merchant.parameters(method, order)));
  }

  private String state() {
    return merchant.client().trade(NO).path("state").asString();
  }
}
