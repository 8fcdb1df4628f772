package com.yuge.payment.out.channel.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementSource;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MerchantAccountTest {
  private static final LocalTime READY = LocalTime.of(10, 0);
  private static final BigDecimal RATE = new BigDecimal("0.0060");

  @Test
  void eachMerchantHasTheStatementsOfAllItsAccounts() {
    List<MerchantAccount> accounts =
        List.of(
            new MerchantAccount("M1", "M1:app1", RATE),
            new MerchantAccount("M2", "M2:app1", null),
            new MerchantAccount("M1", "M1:app2", null),
            new MerchantAccount("M1", "M1:app1", null));

    assertThat(MerchantAccount.sources(accounts, READY, List.of("ALL", "OTHER")))
        .containsExactly(
            new StatementSource("M1", "ALL", READY, Set.of("M1:app1", "M1:app2"), RATE),
            new StatementSource("M1", "OTHER", READY, Set.of("M1:app1", "M1:app2"), RATE),
            new StatementSource("M2", "ALL", READY, Set.of("M2:app1"), null),
            new StatementSource("M2", "OTHER", READY, Set.of("M2:app1"), null));
  }
}
