package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementSource;
import java.time.LocalDate;
import java.util.List;

/**
 * Plans the statement of each day that has ended, and claims those that are due. After an outage it
 * plans the days since the last one, as far back as channels serve them. It begins with the two
 * latest days, because a day is compared with the statement of the day before, too.
 */
public final class ClaimStatements {
  private final Statements statements;
  private final Channels channels;
  private final StatementSettings settings;
  private final StatementDays days;

  ClaimStatements(
      Statements statements, Channels channels, StatementSettings settings, StatementDays days) {
    this.statements = statements;
    this.channels = channels;
    this.settings = settings;
    this.days = days;
  }

  public List<Statement> handle(int most) {
    for (StatementGateway gateway : channels.statements()) {
      for (StatementSource source : gateway.sources()) {
        plan(gateway.channel(), source);
      }
    }
    return statements.claim(most, settings.hold());
  }

  private void plan(PayChannel channel, StatementSource source) {
    LocalDate latest = days.latest(source);
    LocalDate first =
        statements
            .lastPlanned(channel, source.merchant(), source.kind())
            .map(last -> last.plusDays(1))
            .orElse(latest.minusDays(1));
    LocalDate oldest = latest.minusDays(StatementDays.SERVED - 2L);
    LocalDate day = first.isBefore(oldest) ? oldest : first;
    while (!day.isAfter(latest)) {
      statements.plan(new StatementKey(channel, source.merchant(), day, source.kind()));
      day = day.plusDays(1);
    }
  }
}
