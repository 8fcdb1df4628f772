package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.yuge.payment.domain.fakes.InMemoryLimitUses;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.limit.LimitChange;
import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitSubject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Limits on the operators' port, as Spring Boot serves it, on fakes. */
@SpringBootTest(
    classes = OperatorsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class LimitsEndpointTest {
  private static final String WHY = "\"by\":\"li\",\"reason\":\"agreed\"";
  private static final String LI = "?by=li&reason=over";

  @LocalManagementPort private int port;
  @Autowired private InMemoryStore store;

  private List<LimitChange> changes(LimitScope scope, String no) {
    return store.committed().limitChanges().stream()
        .filter(change -> change.subject().equals(new LimitSubject(scope, no)))
        .toList();
  }

  @Test
  void aLimitIsSetChangedAndRemovedAndEachChangeIsOnRecord() throws Exception {
    String path = "/USER/U-5";
    assertThat(put(path, "\"perTransaction\":50,\"perDay\":\"1000.5\"").body())
        .isEqualTo(
            "{\"scope\":\"USER\",\"subject\":\"U-5\",\"perTransaction\":50.00,\"perDay\":1000.50,"
                + "\"shards\":1,\"version\":1}");
    assertThat(put(path, "\"perDay\":2000,\"shards\":64").body())
        .isEqualTo(
            "{\"scope\":\"USER\",\"subject\":\"U-5\",\"perDay\":2000.00,\"shards\":64,"
                + "\"version\":2}");
    assertThat(remove(path)).isEqualTo("{\"changed\":true}");
    assertThat(remove(path)).isEqualTo("{\"changed\":false}");

    List<LimitChange> changes = changes(LimitScope.USER, "U-5");
    assertThat(changes)
        .extracting(change -> change.reason().text())
        .containsExactly("by li: agreed", "by li: agreed", "by li: over");
    assertThat(changes.get(0).before()).isNull();
    assertThat(changes.get(1).before()).isEqualTo(changes.get(0).after());
    assertThat(changes.get(2).before()).isEqualTo(changes.get(1).after());
    assertThat(changes.get(2).after()).isNull();
    assertThat(changes)
        .allSatisfy(change -> assertThat(change.at()).isEqualTo(OperatorsService.NOW));
  }

  @Test
  void theStarStandsForEachWithoutALimitOfItsOwn() throws Exception {
    put("/MERCHANT/*", "\"perDay\":100");
    put("/MERCHANT/M-1", "\"perDay\":200");

    assertThat(get("/MERCHANT/M-2"))
        .startsWith(
            "{\"scope\":\"MERCHANT\",\"subject\":\"M-2\",\"limit\":{\"scope\":\"MERCHANT\",")
        .contains("\"subject\":\"*\",\"perDay\":100.00");
    assertThat(get("/MERCHANT/M-1")).contains("\"subject\":\"M-1\",\"perDay\":200.00");
    assertThat(remove("/MERCHANT/M-1")).isEqualTo("{\"changed\":true}");
    assertThat(get("/MERCHANT/M-1")).contains("\"subject\":\"*\",\"perDay\":100.00");
    assertThat(remove("/MERCHANT/%2A")).isEqualTo("{\"changed\":true}");
    assertThat(get("/MERCHANT/M-1"))
        .isEqualTo(
            "{\"scope\":\"MERCHANT\",\"subject\":\"M-1\",\"day\":\"2024-01-01\",\"used\":0.00}");
    assertThat(changes(LimitScope.MERCHANT, LimitSubject.EACH)).hasSize(2);
  }

  /** Half past midnight of New Year in the shop is the year before in UTC. */
  @Test
  void whatIsUsedTodayIsThatOfTheShopsDay() throws Exception {
    put("/USER/U-7", "\"perDay\":100");
    use(LocalDate.of(2024, 1, 1), "12.30");
    use(LocalDate.of(2023, 12, 31), "50.00");

    assertThat(get("/USER/U-7")).endsWith("\"day\":\"2024-01-01\",\"used\":12.30}");
  }

  private void use(LocalDate day, String used) {
    InMemoryLimitUses uses = new InMemoryLimitUses(store);
    LimitDay whose = new LimitDay(new LimitSubject(LimitScope.USER, "U-7"), day);
    store.run(
        () -> {
          assertThat(uses.lock(whose, 1)).hasSize(1);
          BigDecimal perDay = new BigDecimal("100.00");
          uses.replace(whose, perDay, List.of(new LimitSlice(0, perDay, new BigDecimal(used))));
        });
  }

  @Test
  void limitsAreListedInPagesOfTheirScope() throws Exception {
    for (String subject : List.of("z-2", "*", "z-1")) {
      put("/USER/" + subject, "\"perDay\":1");
    }
    put("/MERCHANT/z-3", "\"perDay\":1");

    assertThat(listed("/USER?limit=1")).containsExactly("*");
    assertThat(listed("/USER?after=*")).doesNotContain("*").endsWith("z-1", "z-2");
    assertThat(listed("/USER?after=z&limit=1")).containsExactly("z-1");
    assertThat(listed("/USER?after=z-1&limit=1")).containsExactly("z-2");
    assertThat(listed("/USER?after=z-2")).isEmpty();
    assertThat(listed("/MERCHANT")).contains("z-3").doesNotContain("z-1");
  }

  private List<String> listed(String path) throws Exception {
    return JsonPath.read(get(path), "$[*].subject");
  }

  private HttpResponse<String> put(String path, String terms) throws Exception {
    HttpResponse<String> answer = http().send("PUT", path, "{" + WHY + "," + terms + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private String get(String path) throws Exception {
    return http().get(path).body();
  }

  private String remove(String path) throws Exception {
    return http().send("DELETE", path + LI, "").body();
  }

  private OperatorsPort http() {
    return new OperatorsPort(port, "/actuator/limits");
  }
}
