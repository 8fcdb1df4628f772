package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnreadableStatement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** A channel's statements that make each call through {@link ChannelCalls}. */
final class CircuitBreakingStatements implements StatementGateway {
  private final StatementGateway gateway;
  private final ChannelCalls calls;

  CircuitBreakingStatements(StatementGateway gateway, ChannelCalls calls) {
    this.gateway = gateway;
    this.calls = calls;
  }

  @Override
  public PayChannel channel() {
    return gateway.channel();
  }

  @Override
  public List<StatementSource> sources() {
    return gateway.sources();
  }

  @Override
  public StatementAnswer fetch(StatementRequest request, OutputStream file) throws IOException {
    try {
      return calls.askSlowly(
          "fetch-statement", () -> fetched(request, file), StatementAnswer.Unknown::new);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private StatementAnswer fetched(StatementRequest request, OutputStream file) {
    try {
      return gateway.fetch(request, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StatementTotals read(InputStream file, Consumer<StatementLine> lines)
      throws UnreadableStatement, IOException {
    return gateway.read(file, lines);
  }
}
