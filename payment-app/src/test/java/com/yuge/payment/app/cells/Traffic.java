package com.yuge.payment.app.cells;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.yuge.payment.app.e2e.Crew;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.TestStack;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A shop that creates, pays and reads one order after the other until it is closed. */
final class Traffic implements AutoCloseable {
  private static final String SECRET = "ymall-payment-secret-key-2024";
  private static final String TIMESTAMP = "1704067200000";
  private static final String NONCE = "nonce-1";
  private static final int MOVING = 503;
  private static final Duration END = Duration.ofMinutes(2);

  private final PaymentApi api;
  private final Supplier<String> orderNos;
  private final Crew crew;
  private final Map<String, String> paid = new ConcurrentHashMap<>();
  private final Queue<Answer> failed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();

  Traffic(int count, PaymentApi api, Supplier<String> orderNos) {
    this.api = api;
    this.orderNos = orderNos;
    this.crew = Crew.start(count, END, (thread, turn) -> shop());
  }

  private void shop() {
    String orderNo = orderNos.get();
    TestStack.ONE.orders().reserve(orderNo, new BigDecimal("7.00"));
    String payNo = answered(() -> api.create(orderNo, "7.00")).text("payNo");
    Map<String, String> callback =
        Map.of(
            "payNo",
            payNo,
            "callbackStatus",
            "SUCCESS",
            "channelTradeNo",
            PaymentApi.tradeNo("T", payNo),
            "timestamp",
            TIMESTAMP,
            "nonce",
            NONCE,
            "signature",
            signature(payNo));
    Answer unused = answered(() -> api.callback(callback));
    Answer read = answered(() -> api.find(payNo));
    if (!read.text("status").equals("SUCCESS")) {
      failed.add(read);
    }
    paid.put(payNo, orderNo);
  }

  /** As the MOCK channel signs; asking the service for it may meet the move. */
  private static String signature(String payNo) {
    String signed = "SUCCESS" + NONCE + payNo + TIMESTAMP + SECRET;
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(signed.getBytes(US_ASCII));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Repeats a call that is turned away, as callers do; anything but success is a failure. */
  private Answer answered(Supplier<Answer> call) {
    Answer answer = onceMore(call);
    while (answer.http() == MOVING) {
      turnedAway.incrementAndGet();
      pause();
      answer = onceMore(call);
    }
    if (answer.http() != 200) {
      failed.add(answer);
    }
    return answer;
  }

  // A reloaded nginx closes connections that rest; a call that was just sent on one meets its end.
  private Answer onceMore(Supplier<Answer> call) {
    try {
      return call.get();
    } catch (AssertionError noAnswer) {
      if (!(noAnswer.getCause() instanceof IOException)) {
        throw noAnswer;
      }
      cut.incrementAndGet();
      return call.get();
    }
  }

  /** A quarter of Retry-After, so that more calls meet the move. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Order numbers of paid orders by their pay numbers. */
  Map<String, String> paid() {
    return new TreeMap<>(paid);
  }

  List<Answer> failed() {
    return List.copyOf(failed);
  }

  /** How many calls had to be sent again because their connection was closed. */
  int cut() {
    return cut.get();
  }

  int turnedAway() {
    return turnedAway.get();
  }

  /** Fails when a caller got no answer at all. */
  @Override
  public void close() {
    crew.close();
  }
}
