package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestCheck;
import com.yuge.payment.domain.refund.RequestRefundCheck;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Queries the channel about a discrepancy, even if its order has ended. The answer may change the
 * order, as every answer may. If the line and our books agree afterwards, the discrepancy is
 * resolved.
 */
public final class CheckDiscrepancy {
  private final StatementPorts ports;
  private final StatementSettings settings;
  private final Queries queries;
  private final Clock clock;

  CheckDiscrepancy(StatementPorts ports, StatementSettings settings, Queries queries, Clock clock) {
    this.ports = ports;
    this.settings = settings;
    this.queries = queries;
    this.clock = clock;
  }

  /** The use cases that query a channel. */
  public record Queries(
      RequestCheck request, ReconcilePayOrder reconcile, RequestRefundCheck refunds) {}

  /** The result of a check. */
  public enum Outcome {
    /** The line and our books agree now. */
    RESOLVED,
    /** They still differ; the channel is queried again later. */
    DIFFERS,
    /** They still differ after the last query; an operator decides. */
    LEFT
  }

  /** Claims open discrepancies that are due for a query. */
  public List<Discrepancy> claim(int most) {
    return ports.discrepancies().claim(most, settings.queryHold());
  }

  public Outcome handle(Discrepancy discrepancy) {
    Difference difference = discrepancy.difference();
    OperatorReason reason =
        FileDiscrepancies.because(difference.type() + " " + difference.subject());
    // The query is counted before it is made, so a query that always fails is not repeated for
    // ever.
    Duration next = next(discrepancy.queries() + 1);
    ports.discrepancies().queried(discrepancy, next);
    query(difference, reason);
    if (agrees(discrepancy)) {
      boolean unused =
          ports
              .discrepancies()
              .resolve(discrepancy.id(), Resolution.QUERY, reason, clock.instant());
      return Outcome.RESOLVED;
    }
    return next == null ? Outcome.LEFT : Outcome.DIFFERS;
  }

  private void query(Difference difference, OperatorReason reason) {
    String payNo = difference.payNo();
    String refundNo = difference.refundNo();
    if (difference.type().asksRefund() && RefundNo.GRAMMAR.accepts(refundNo)) {
      var unused =
          queries.refunds().handle(new RefundNo(RefundNo.GRAMMAR.require(refundNo)), reason);
    } else if (difference.type().asksPayment() && payNo != null) {
      PayNo asked = new PayNo(payNo);
      if (queries.request().handle(asked, reason)) {
        var unused = queries.reconcile().onRequest(asked);
      }
    }
  }

  // A discrepancy without a line can only be resolved by a later file. If the file was fetched
  // again, the line may have another subject now.
  private boolean agrees(Discrepancy discrepancy) {
    Integer line = discrepancy.difference().line();
    return line != null
        && ports
            .books()
            .line(discrepancy.statementId(), line)
            .filter(facts -> facts.line().subject().equals(discrepancy.difference().subject()))
            .filter(facts -> rules(facts).noneMatch(discrepancy.difference().type()::equals))
            .isPresent();
  }

  private static Stream<DiscrepancyType> rules(LineFacts facts) {
    return new DiscrepancyRules(null).of(facts).stream().map(Difference::type);
  }

  private @Nullable Duration next(int made) {
    return made >= settings.queries()
        ? null
        : settings.queryPause().multipliedBy(1L << Math.min(made - 1, 10));
  }
}
