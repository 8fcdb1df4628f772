package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.Crew;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Payers with limits, whose orders are paid, fail, expire or stay open, until it is closed. */
final class LimitLoad implements AutoCloseable {
  private static final Duration END = Duration.ofMinutes(3);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int ORDERS_OF_A_USER = 40;

  private final ServiceLives lives;
  private final LimitBooks books;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Crew crew;

  private LimitLoad(int count, ServiceLives lives, LimitBooks books) {
    this.lives = lives;
    this.books = books;
    this.crew = Crew.start(count, END, (thread, turn) -> order(next.getAndIncrement()));
  }

  static LimitLoad start(int threads, ServiceLives lives, LimitBooks books) {
    return new LimitLoad(threads, lives, books);
  }

  private void order(int number) throws Exception {
    Map<String, String> order =
        Map.of(
            "orderNo",
            UUID.randomUUID().toString().replace("-", ""),
            "amount",
            "1.00",
            "merchantNo",
            "M",
            "userNo",
            "U" + number / ORDERS_OF_A_USER);
    String payNo = answered(api -> api.post("/payments", order)).text("payNo");
    Answer opened = answered(api -> api.pay(payNo));
    if (opened.http() != 200) {
      assertThat(opened.code()).isEqualTo("A0605");
      refused.incrementAndGet();
      return;
    }
    begun.incrementAndGet();
    switch (number % 4) {
      case 0 -> callback(payNo, "FAILED");
      case 1 -> callback(payNo, "SUCCESS");
      case 2 -> books.expire(payNo); // The job closes it.
      default -> {} // It stays PAYING.
    }
  }

  private void callback(String payNo, String status) throws Exception {
    Answer answer =
        answered(api -> api.callback(api.signedCallback(payNo, status, "MOCK", "nonce-1")));
    assertThat(answer.http()).isEqualTo(200);
  }

  private interface Call {
    Answer to(PaymentApi api);
  }

  private Answer answered(Call call) throws Exception {
    return lives.insist(api -> PaymentApi.untilAnswered(SOON, () -> call.to(api)));
  }

  /** Payments that were let in. */
  int begun() {
    return begun.get();
  }

  int refused() {
    return refused.get();
  }

  /** Fails when a payer did. */
  @Override
  public void close() {
    crew.close();
  }
}
