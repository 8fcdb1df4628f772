package com.yuge.payment.app.contract;

import com.yuge.payment.app.e2e.RealChannels;
import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import com.yuge.payment.in.security.Callers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service with all that can be switched on, and clients with keys. */
final class KeyedService {
  static final KeyedService ONE = new KeyedService();

  /** No key. */
  static final String NOBODY = "";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RealChannels channels = RealChannels.start("payment_contract", KeyedService::start);

  private KeyedService() {}

  private static ConfigurableApplicationContext start(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    Callers.settings().forEach(setting -> all.add("--" + setting));
    // As in production; the development run shows all to everybody.
    all.add("--management.endpoint.health.show-details=when-authorized");
    // What these calls do is all that happens, and it happens soon.
    all.add("--payment.reconcile.enabled=false");
    all.add("--payment.statements.queries.enabled=false");
    all.add("--payment.statements.scan-interval=100ms");
    all.add("--payment.audit.scan-interval=100ms");
    all.add("--payment.audit.after-midnight=0h");
    all.add("--payment.audit.pause=0");
    all.add("--payment.audit.recheck-after=100ms");
    return ServiceInJvm.start(all, OperatorsContext.class);
  }

  ConfigurableApplicationContext callers() {
    return channels.service();
  }

  RealChannels channels() {
    return channels;
  }

  OperatorsContext operators() {
    return channels.service().getBean(OperatorsContext.class);
  }

  /** Without a body if that is empty. The answer is compared with the document. */
  HttpResponse<String> send(String key, boolean operators, HttpRequest.Builder request) {
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      OpenApiContract.check(Exchange.of(operators, answer));
      return answer;
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder request(boolean operators, String method, String target, String json) {
    ConfigurableApplicationContext service = channels.service();
    int port = operators ? ServiceInJvm.managementPort(service) : ServiceInJvm.port(service);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .header("Accept-Language", "en");
    return json.isEmpty()
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
  }
}
