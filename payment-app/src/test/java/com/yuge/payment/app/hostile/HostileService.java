package com.yuge.payment.app.hostile;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole service as it is shipped, without limits on how often, and with nothing of its own to
 * do.
 */
final class HostileService implements AutoCloseable {
  private static final Pattern PAY_NO = Pattern.compile("PAY[0-9]{29}");
  private static final Pattern SIGNATURE = Pattern.compile("[0-9A-F]{32}");

  private final ServiceDatabase database;
  private final ConfigurableApplicationContext context;

  HostileService(String name, List<String> more) {
    this.database = TestStack.ONE.createDatabase(name);
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.addAll(
        List.of(
            "--payment.outbox.relay.enabled=false",
            "--payment.reconcile.enabled=false",
            "--payment.rate-limit.client-per-second=0",
            "--payment.rate-limit.address-per-second=0",
            "--payment.rate-limit.unverified-per-minute=0",
            "--payment.rate-limit.unverified-total-per-minute=0"));
    arguments.addAll(more);
    this.context =
        SpringApplication.run(PaymentApplication.class, arguments.toArray(String[]::new));
  }

  int port() {
    return port("local.server.port");
  }

  int managementPort() {
    return port("local.management.port");
  }

  private int port(String name) {
    return context.getEnvironment().getRequiredProperty(name, Integer.class);
  }

  Tables tables() {
    return new Tables(database.jdbc());
  }

  /** An order that has been paid; its number. */
  String paidOrder(List<String> caller) throws IOException {
    String order = "{\"orderNo\":\"%s\",\"amount\":\"7.00\"}".formatted(Endpoint.ORDER_NO);
    String payNo = find(PAY_NO, ask("POST", "/payments", caller, order));
    String signed = "payNo=%s&callbackStatus=SUCCESS&timestamp=1704067200000&nonce=abc123";
    String signature =
        find(
            SIGNATURE,
            ask("GET", "/payments/generate-signature?" + signed.formatted(payNo), caller, ""));
    String callback =
        """
        {"payNo":"%s","callbackStatus":"SUCCESS","channelTradeNo":"MOCK_1",\
        "timestamp":"1704067200000","nonce":"abc123","signature":"%s"}"""
            .formatted(payNo, signature);
    find(Pattern.compile("PROCESSED"), ask("POST", "/payments/mock-callback", caller, callback));
    return payNo;
  }

  private String ask(String method, String target, List<String> caller, String body)
      throws IOException {
    List<String> lines = new ArrayList<>(caller);
    lines.add(Bytes.JSON);
    try (Wire wire = new Wire(port())) {
      byte[] request = Bytes.request(method, target, lines, Bytes.utf8(body));
      return wire.ask(request, List.of(method)).get(0).text();
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return found.group();
  }

  @Override
  public void close() {
    context.close();
  }
}
