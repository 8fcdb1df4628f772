package com.yuge.payment.app.bench;

import com.yuge.payment.channelfakes.mock.SignedCallback;
import com.yuge.payment.channelfakes.mock.Signing;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests of several callers, each with a connection of its own, to the service at a port. */
record HttpLoad(int port) {
  static final int CONNECTIONS = 8;

  /**
   * By then the compiler has seen whatever runs often; on a busy machine time alone says nothing.
   */
  private static final int WARM = Integer.getInteger("bench.http.warm", 5_000);

  private static final Pattern PAY_NO = Pattern.compile("\"payNo\":\"([^\"]+)\"");
  private static final Money AMOUNT = Money.cny(new BigDecimal("7.00"));
  private static final Signing SIGNING =
      Signing.hmac("dev-1", "development-only-callback-key-0001");

  /** Returns how often the work was done in that time. */
  long during(Duration time, Consumer<RawHttp> work) {
    LongAdder done = new LongAdder();
    long end = System.nanoTime() + time.toNanos();
    Threads.run(
        CONNECTIONS,
        thread -> {
          try (RawHttp http = new RawHttp(port)) {
            while (System.nanoTime() < end) {
              work.accept(http);
              done.increment();
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    return done.sum();
  }

  void warm() {
    AtomicInteger left = new AtomicInteger(WARM);
    Threads.run(
        CONNECTIONS,
        thread -> {
          try (RawHttp http = new RawHttp(port)) {
            String payNo = create(http);
            while (left.getAndDecrement() > 0) {
              payment(http);
              read(http, payNo);
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  String one() {
    try (RawHttp http = new RawHttp(port)) {
      return create(http);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String create(RawHttp http) {
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    String answer =
        http.post("/payments", "{\"orderNo\":\"" + orderNo + "\",\"amount\":7.00}", Map.of());
    Matcher payNo = PAY_NO.matcher(answer);
    if (!payNo.find()) {
      throw new IllegalStateException(answer);
    }
    return payNo.group(1);
  }

  static void read(RawHttp http, String payNo) {
    if (!http.get("/payments/" + payNo).contains(payNo)) {
      throw new IllegalStateException(payNo);
    }
  }

  static void payment(RawHttp http) {
    PayNo payNo = new PayNo(create(http));
    SignedCallback callback = SignedCallback.ofSuccess(payNo, AMOUNT, Instant.now(), SIGNING);
    String answer = http.post("/payments/mock-callback", callback.json(), callback.headers());
    if (!answer.contains("PROCESSED")) {
      throw new IllegalStateException(answer);
    }
  }
}
