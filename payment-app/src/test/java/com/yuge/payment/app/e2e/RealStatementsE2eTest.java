package com.yuge.payment.app.e2e;

import static com.yuge.payment.app.e2e.StatementsApi.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.RealChannels.Keys;
import com.yuge.payment.app.e2e.StatementsApi.Planned;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files in the true forms of WeChat Pay and Alipay, fetched and matched by the whole service. */
class RealStatementsE2eTest {
  private static final RealChannels CHANNELS =
      RealChannels.start("payment_real_statements", Keys.USUAL, StatementsApi.OFTEN);
  private static final BigDecimal AMOUNT = new BigDecimal("9.90");

  private final StatementsApi statements = new StatementsApi(CHANNELS.api());

  @AfterAll
  static void end() {
    CHANNELS.close();
  }

  @Test
  void aPaymentInWechatsBillThatNobodyOrderedIsFound() {
    String payNo = "PAY20240101120000123000000000001";
    Planned statement = statements.planned("WECHAT", "ALL");
    CHANNELS
        .wechat()
        .client()
        .plant(
            ExtraLine.payment(payNo, "4200000001", AMOUNT, statement.noon()),
            ExtraLine.payment("another system's", "4200000002", AMOUNT, statement.noon()));

    assertFound(statements.fetchAgain(statement), payNo, "4200000001");
    assertThat(text(statements.find(statements.planned("WECHAT", "RECHARGE_REFUND")), "lines"))
        .isEqualTo("0");
  }

  @Test
  void aPaymentInAlipaysBillThatNobodyOrderedIsFound() {
    String payNo = "PAY20240101120000123000000000002";
    Planned statement = statements.planned("ALIPAY", "trade");
    CHANNELS
        .alipay()
        .client()
        .plant(
            ExtraLine.payment(payNo, "2024010122001", AMOUNT, statement.noon()),
            ExtraLine.payment("another-system", "2024010122002", AMOUNT, statement.noon()));

    assertFound(statements.fetchAgain(statement), payNo, "2024010122001");
  }

  private void assertFound(JsonNode matched, String payNo, String tradeNo) {
    assertThat(matched.path("lines").asInt()).isEqualTo(2);
    assertThat(matched.path("foreignLines").asInt()).isOne();
    assertThat(matched.path("paid").asDouble()).isEqualTo(19.8);
    JsonNode open = statements.discrepancy("OPEN", payNo);
    assertThat(text(open, "type")).isEqualTo("PLATFORM_MISS");
    assertThat(text(open, "subject")).isEqualTo(tradeNo);
    assertThat(text(open, "theirs")).isEqualTo("9.90");
  }
}
