package com.yuge.payment.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.alerts.Dashboard.Panel;
import com.yuge.payment.app.alerts.Dashboard.Query;
import com.yuge.payment.app.e2e.PaidOrders;
import com.yuge.payment.app.e2e.RefundApi;
import com.yuge.payment.app.e2e.RunningService;
import com.yuge.payment.app.e2e.StoredRefunds;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A panel whose query names no series of the service would stay empty. */
class DashboardE2eTest {
  private static final Faults NO_REFUND = Faults.ofAnswers(OfAnswer.UNKNOWN, Call.REFUND);

  private final List<Panel> panels = Dashboard.read().panels();
  private final Rules rules = Rules.read();
  private final RunningService service = RunningService.ONE;
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();

  @AfterEach
  void behave() {
    channel.behave();
  }

  @Test
  void everyPanelHasANumberOfItsOwnAndTheDatasourceThatTheReaderChooses() {
    assertThat(panels).extracting(Panel::id).doesNotHaveDuplicates();
    assertThat(panels)
        .filteredOn(panel -> !panel.type().equals("row"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            panel -> {
              assertThat(panel.datasource()).isEqualTo("${datasource}");
              assertThat(panel.queries()).as(panel.title()).isNotEmpty();
            });
  }

  @Test
  void everyQueryNamesSeriesAndLabelsOfTheRunningService() {
    payAndRefund();

    List<Query> queries = panels.stream().flatMap(panel -> panel.queries().stream()).toList();

    await()
        .atMost(AlertedService.SOON)
        .untilAsserted(
            () -> {
              Scrape scrape = Scrape.of(service.managementPort());
              assertThat(queries).allSatisfy(query -> assertKnown(query, scrape));
            });
  }

  /** Some metrics are there only once it has happened what they count. */
  private void payAndRefund() {
    String unused = service.api().paidOrder(UUID.randomUUID().toString().replace("-", ""));
    String payNo = new PaidOrders(service.api(), channel).paid("7.00").payNo();
    channel.spoil(payNo, NO_REFUND);
    String status = new RefundApi(service.api()).ask(payNo, "R1", "7.00").text("status");
    assertThat(status).isEqualTo("REFUNDING");
    channel.behave();
    new StoredRefunds(service.database()).awaitDecided();
  }

  private void assertKnown(Query query, Scrape scrape) {
    List<Selector> measured =
        query.selectors().stream()
            .filter(selector -> !rules.recorded().containsKey(selector.metric()))
            .toList();
    assertThat(query.selectors()).isNotEmpty();
    assertThat(measured).as(query.text()).allMatch(selector -> selector.isKnownTo(scrape));
    assertThat(labels(measured, scrape)).as(query.text()).containsAll(query.labels());
  }

  private static Set<String> labels(List<Selector> selectors, Scrape scrape) {
    Stream<String> ofService =
        selectors.stream()
            .flatMap(
                selector ->
                    scrape.samples().stream()
                        .filter(sample -> sample.metric().equals(selector.metric())))
            .flatMap(sample -> sample.labels().keySet().stream());
    return Stream.concat(Stream.of("instance"), ofService).collect(Collectors.toSet());
  }
}
