package com.yuge.payment.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests of rules and dashboards see as much as this finds in a query. */
class SelectorTest {
  private static final Scrape SCRAPE =
      Scrape.of(
          """
          # HELP calls_total calls
          # TYPE calls_total counter
          calls_total{channel="WECHAT",result="TIMEOUT"} 2.0
          calls_total{channel="MOCK",result="TIMEOUT"} 3.0
          calls_total{channel="MOCK",result="ANSWERED"} 1.0E3
          bucket{le="+Inf"} 7
          age NaN
          up 1
          """);

  @Test
  void functionsGroupsOperatorsAndRangesAreNoMetrics() {
    String query =
        """
        sum by (job, channel) (rate(calls_total{job="payment", result!~"A|B"}[15m] offset 1h))
          / on (job) group_left (x) sum without(le) (rate(job:a_b:ratio5m[$__rate_interval]))
          > bool 14.4 * 1e3 or absent(up == 1)
        """;

    assertThat(Selector.in(query))
        .extracting(Selector::toString)
        .containsExactly("calls_total[result!~\"A|B\"]", "job:a_b:ratio5m[]", "up[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "calls_total                                     ; 1005 ; true",
        "calls_total{channel=\"MOCK\"}                   ; 1003 ; true",
        "calls_total{channel!=\"MOCK\"}                  ; 2    ; true",
        "calls_total{result=~\"TIME.*\", channel=\"MOCK\"} ; 3  ; true",
        "calls_total{result!~\"TIMEOUT|ANSWERED\"}       ; 0    ; true",
        "calls_total{channel=\"ALIPAY\"}                 ; 0    ; false",
        "calls_total{chanel!=\"MOCK\"}                   ; 1005 ; false",
        "call_total                                      ; 0    ; false",
        "bucket{le=\"+Inf\"}                             ; 7    ; true",
        "age                                             ; NaN  ; true",
        "up{job=\"payment\"}                             ; 1    ; true",
      })
  void aSelectorHasTheSumOfItsSeriesAndIsKnownByNameAndLabels(
      String query, Double value, boolean known) {
    Selector selector = Selector.in(query).get(0);

    assertThat(selector.valueIn(SCRAPE)).isEqualTo(value);
    assertThat(selector.isKnownTo(SCRAPE)).isEqualTo(known);
  }
}
