package com.yuge.payment.app.failover;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.Crew;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Payers who create, open and pay one order after the other until it is closed. */
final class PayerLoad implements AutoCloseable {
  private final Callers callers;
  private final MockChannelClient channel;
  private final Crew crew;
  private final Map<String, String> created = new ConcurrentHashMap<>();
  private final Queue<Paid> paid = new ConcurrentLinkedQueue<>();

  /**
   * A payer was told that the order is paid.
   *
   * @param begun when the first request of the order began, in nanoseconds of the JVM
   */
  record Paid(String payNo, long begun) {}

  /**
   * @param instances may change meanwhile
   */
  PayerLoad(int payers, List<PaymentApi> instances, MockChannelClient channel) {
    this.callers = new Callers(instances, new AtomicInteger());
    this.channel = channel;
    this.crew = Crew.start(payers, Callers.PATIENCE.multipliedBy(2), (thread, turn) -> pay());
  }

  private void pay() {
    long begun = System.nanoTime();
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    String payNo = callers.insist(api -> api.create(orderNo, "7.00")).text("payNo");
    created.put(orderNo, payNo);
    Object unusedOpened = callers.insist(api -> api.pay(payNo));
    // The channel calls the service back, and repeats that until it is acknowledged.
    Object unusedPressed = channel.pressPay(payNo);
    Object unusedFound =
        callers.insist(api -> api.find(payNo), answer -> answer.text("status").equals("SUCCESS"));
    paid.add(new Paid(payNo, begun));
  }

  /** The pay numbers that callers were told, by order number. */
  Map<String, String> created() {
    return Map.copyOf(created);
  }

  List<Paid> paid() {
    return List.copyOf(paid);
  }

  /** How many calls had no answer, or one that asks for a repeat. */
  int repeated() {
    return callers.repeated().get();
  }

  void awaitPaid(int more) {
    int before = paid.size();
    await("payments").atMost(Callers.PATIENCE).until(() -> paid.size() >= before + more);
  }

  /** Waits for the end of a payment that began after this moment. */
  void awaitOneBegunAfter(long moment) {
    ServiceProcess.quickly()
        .atMost(Callers.PATIENCE)
        .until(() -> paid.stream().anyMatch(one -> one.begun() - moment > 0));
  }

  /** Fails when a payer did. */
  @Override
  public void close() {
    crew.close();
  }
}
