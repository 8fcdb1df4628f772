package com.yuge.payment.in.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A statement as operators see it.
 *
 * @param compared whether our payments and refunds of the day were looked for in the statements
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementResponse(
    long id,
    String channel,
    String merchant,
    LocalDate day,
    String kind,
    String state,
    int run,
    int attempts,
    @Nullable String sha256,
    @Nullable Long bytes,
    @Nullable Integer lines,
    int foreignLines,
    @Nullable BigDecimal paid,
    @Nullable BigDecimal refunded,
    @Nullable BigDecimal fees,
    boolean compared,
    @Nullable String failure) {
  static StatementResponse of(Statement statement) {
    StatementFile file = statement.file();
    StatementTotals totals = statement.totals();
    return new StatementResponse(
        statement.id(),
        statement.key().channel().name(),
        statement.key().merchant(),
        statement.key().day(),
        statement.key().kind(),
        statement.state().name(),
        statement.run(),
        statement.attempts(),
        file == null ? null : file.sha256(),
        file == null ? null : file.bytes(),
        totals == null ? null : totals.lines(),
        statement.foreignLines(),
        totals == null ? null : totals.paid(),
        totals == null ? null : totals.refunded(),
        totals == null ? null : totals.fees(),
        statement.isCompared(),
        statement.failure());
  }
}
