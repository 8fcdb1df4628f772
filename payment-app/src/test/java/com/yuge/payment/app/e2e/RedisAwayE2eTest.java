package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.devstack.RedisProcess;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Nobody who calls the service notices what Redis does. */
class RedisAwayE2eTest {
  private final PaymentApi api = RunningService.ONE.api();
  private final RedisProcess redis = TestStack.ONE.servers().redis();

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP.")
  void everyCallIsRightWhileRedisHangs() {
    Paid before = new Paid();
    before.isRight();
    redis.suspend();
    try {
      before.isRight();
      new Paid().isRight();
    } finally {
      redis.resume();
    }
    before.isRight();
  }

  @Test
  void everyCallIsRightWhileRedisIsStopped() {
    Paid before = new Paid();
    before.isRight();
    redis.stop();
    try {
      before.isRight();
      new Paid().isRight();
    } finally {
      redis.start();
    }
    before.isRight();
  }

  /** A pay order that was paid, as its caller and its channel see it. */
  private final class Paid {
    private final String payNo = api.create(orderNo(), "7.00").text("payNo");
    private final Map<String, String> callback =
        api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");

    Paid() {
      assertThat(ok(api.callback(callback)).text("result")).isEqualTo("PROCESSED");
    }

    void isRight() {
      assertThat(ok(api.find(payNo)).text("status")).isEqualTo("SUCCESS");
      Answer repeat = ok(api.callback(callback));
      assertThat(repeat.text("result")).isEqualTo("IGNORED");
      assertThat(repeat.text("currentStatus")).isEqualTo("SUCCESS");
      assertThat(ok(api.find(payNo)).text("status")).isEqualTo("SUCCESS");
    }
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.http()).isEqualTo(200);
    return answer;
  }

  private static String orderNo() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
