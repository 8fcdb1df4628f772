package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeWechatCashierTest {
  private final Merchant merchant = new Merchant();
  private final String outTradeNo = merchant.open(NOWHERE);

  @AfterEach
  void close() {
    merchant.close();
  }

  private String page(String number) {
    return merchant.send("GET", "/cashier/" + number, "", "").body();
  }

  @Test
  void thePageShowsTheAmountAndTheCodeAsAPicture() {
    assertThat(page(outTradeNo))
        .contains("data-view=\"UNPAID\"", "99.99", outTradeNo, "<svg class=\"qr\"")
        .contains("action=\"/cashier/" + outTradeNo + "/pay\"")
        .doesNotContain("{{");
  }

  @Test
  void aPaidTradeShowsItsTransaction() {
    merchant.client.pressPay(outTradeNo);

    String transactionId = merchant.client.trade(outTradeNo).path("transactionId").asString();
    assertThat(page(outTradeNo)).contains("data-view=\"PAID\"", transactionId);
  }

  @Test
  void aSecondPressChangesNothing() {
    merchant.client.pressPay(outTradeNo);
    merchant.client.pressPay(outTradeNo);

    assertThat(merchant.client.trade(outTradeNo).path("payments")).hasSize(1);
  }

  @Test
  void aPayerMayLeaveWithoutAPayment() {
    assertThat(page(outTradeNo)).contains("action=\"/cashier/" + outTradeNo + "/leave\"");

    assertThat(page(outTradeNo + "/leave")).contains("data-view=\"LEFT\"", "Try again");

    assertThat(merchant.state(outTradeNo)).isEqualTo("NOTPAY");
    assertThat(merchant.client.pressPay(outTradeNo)).isEqualTo("SUCCESS");
    assertThat(page(outTradeNo + "/leave")).contains("data-view=\"PAID\"");
  }

  @Test
  void aPaymentThatFailsSaysSoAndMayBeTriedAgain() {
    assertThat(merchant.press("/cashier/" + outTradeNo + "/fail"))
        .contains("data-view=\"FAILED\"", "Try again");

    assertThat(page(outTradeNo)).contains("data-view=\"UNPAID\"").doesNotContain("Try again");
  }

  @Test
  void aTradeThatIsNotThereSaysSo() {
    assertThat(page("%3Cscript%3E")).contains("data-view=\"MISSING\"").doesNotContain("{{");
  }
}
