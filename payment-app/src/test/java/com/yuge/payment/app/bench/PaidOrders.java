package com.yuge.payment.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaymentApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls that ask Redis: a first callback, its repeat, a look at the order that it ended. */
final class PaidOrders {
  private final PaymentApi api;

  PaidOrders(PaymentApi api) {
    this.api = api;
  }

  /** First every callback, then repeats and looks by turns; the pay orders are made now. */
  List<Runnable> calls(int orders) {
    List<Runnable> firsts = new ArrayList<>();
    List<Runnable> later = new ArrayList<>();
    for (int n = 0; n < orders; n++) {
      String orderNo = UUID.randomUUID().toString().replace("-", "");
      String payNo = api.create(orderNo, "7.00").text("payNo");
      Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");
      firsts.add(() -> assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED"));
      later.add(() -> assertThat(api.callback(callback).text("result")).isEqualTo("IGNORED"));
      later.add(() -> assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS"));
    }
    firsts.addAll(later);
    return firsts;
  }
}
