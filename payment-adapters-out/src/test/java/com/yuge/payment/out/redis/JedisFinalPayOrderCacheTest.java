package com.yuge.payment.out.redis;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.contracts.FinalPayOrderCacheContract;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The copies on a real Redis. */
class JedisFinalPayOrderCacheTest extends FinalPayOrderCacheContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Override
  protected FinalPayOrderCache finals() {
    return finals(MINUTE);
  }

  @Test
  void aCopyEndsByItself() {
    PayOrderDetails paid = withPayments(PayStatus.SUCCESS);
    FinalPayOrderCache finals = finals(Duration.ofMillis(50));

    finals.put(paid);

    await().atMost(Duration.ofSeconds(10)).until(() -> finals.find(paid.order().payNo()).isEmpty());
  }

  @Test
  void whatCannotBeReadIsNoCopy() {
    PayOrder order = aPayOrder(PayStatus.SUCCESS);
    String unused = TestRedis.CLIENT.set("payment:final-order:4:" + order.payNo(), "{\"id\":1}");

    assertThat(finals().find(order.payNo())).isEmpty();
  }

  private static FinalPayOrderCache finals(Duration timeToLive) {
    return new JedisFinalPayOrderCache(TestRedis.patient(), timeToLive);
  }
}
