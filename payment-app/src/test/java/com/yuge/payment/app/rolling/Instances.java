package com.yuge.payment.app.rolling;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.devstack.FreePorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two instances, each a process on ports of its own, on one database. */
final class Instances implements AutoCloseable {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String ORDERS_CREATED =
      "/actuator/metrics/http.server.requests?tag=uri:/payments";
  private static final String DRAIN_TIME = "--payment.http.drain-time=";

  private final List<Integer> ports = List.of(FreePorts.choose(), FreePorts.choose());
  private final List<Integer> operatorsPorts = List.of(FreePorts.choose(), FreePorts.choose());
  private final List<Optional<ServiceProcess>> running = new ArrayList<>();
  private final String name;
  private final List<String> arguments;

  private Instances(String name, Duration drain) {
    this.name = name;
    this.arguments = new ArrayList<>(TestStack.ONE.createDatabase("payment_" + name).arguments());
    arguments.removeIf(argument -> argument.matches("--(server|management.server).port=.*"));
    arguments.removeIf(argument -> argument.startsWith(DRAIN_TIME));
    arguments.add(DRAIN_TIME + drain.toMillis() + "ms");
    // The load comes from one address.
    arguments.add("--payment.rate-limit.address-per-second=0");
  }

  static Instances start(String name, Duration drain) {
    Instances started = new Instances(name, drain);
    try {
      for (int which = 0; which < started.ports.size(); which++) {
        started.running.add(Optional.of(started.begin(which)));
        awaitReady(started.running.get(which).orElseThrow()); // The first makes the tables.
      }
      return started;
    } catch (RuntimeException | Error e) {
      started.close();
      throw e;
    }
  }

  private ServiceProcess begin(int which) {
    List<String> own = new ArrayList<>(arguments);
    own.add("--server.port=" + ports.get(which));
    own.add("--management.server.port=" + operatorsPorts.get(which));
    return ServiceProcess.start(name + "-" + which, own);
  }

  private static void awaitReady(ServiceProcess one) {
    PaymentApi api = one.api();
    await().atMost(SOON).until(() -> api.get("/actuator/health/readiness").http() == 200);
  }

  /** Sends SIGTERM, and returns how long it took until the process had ended. */
  Duration stop(int which) {
    long begin = System.nanoTime();
    running.set(which, Optional.empty()).ifPresent(ServiceProcess::close);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Returns when callers have found it, so that the next one may stop. */
  void startAgain(int which) {
    ServiceProcess again = begin(which);
    running.set(which, Optional.of(again));
    awaitReady(again);
    PaymentApi api = again.api();
    await().atMost(SOON).until(() -> api.get(ORDERS_CREATED).http() == 200);
  }

  List<Integer> ports() {
    return ports;
  }

  List<Integer> operatorsPorts() {
    return operatorsPorts;
  }

  @Override
  public void close() {
    running.forEach(one -> one.ifPresent(ServiceProcess::close));
  }
}
