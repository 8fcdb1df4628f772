package com.yuge.payment.channelfakes.mock;

import com.sun.net.httpserver.HttpExchange;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.AnswerWriter;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.LateAnswers;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.domain.shared.PayNo;
import java.io.IOException;
import java.util.Map;

/** Applies the faults of the fault board to answers. */
final class FaultyAnswerWriter implements AnswerWriter, AutoCloseable {
  private final FaultBoard<PayNo, Faults> board;
  private final LateAnswers late = new LateAnswers("mock-channel-late");

  FaultyAnswerWriter(FaultBoard<PayNo, Faults> board) {
    this.board = board;
  }

  @Override
  public void write(HttpExchange exchange, Request request, Answer answer) throws IOException {
    Faults faults = faults(request);
    int delay = faults.delayMillis();
    switch (faults.answer()) {
      case HANG -> late.hang(exchange);
      case DROP -> late.drop(exchange, delay);
      case NONE -> late.send(exchange, answer, delay);
      case ERROR -> late.send(exchange, Answer.json(500, Map.of("error", "planted fault")), delay);
      case GARBAGE -> late.send(exchange, Answer.page(200, "<html>Service restarting"), delay);
      case UNKNOWN -> late.send(exchange, unknown(request), delay);
    }
  }

  private Faults faults(Request request) {
    return isOfStatement(request)
        ? board.of(null).during(StatementApi.call(request))
        : board.of(TradeApi.payNo(request)).during(TradeApi.call(request));
  }

  private static boolean isOfStatement(Request request) {
    return request.path().get(0).equals("statements");
  }

  private static Answer unknown(Request request) {
    return isOfStatement(request)
        ? Answer.json(Map.of("result", "UNKNOWN"))
        : Answer.json(
            Map.of(
                "payNo", TradeApi.payNo(request).value(), "state", "UNKNOWN", "result", "UNKNOWN"));
  }

  @Override
  public void close() {
    late.close();
  }
}
