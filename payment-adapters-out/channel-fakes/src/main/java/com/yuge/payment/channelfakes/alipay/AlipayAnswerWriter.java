package com.yuge.payment.channelfakes.alipay;

import com.sun.net.httpserver.HttpExchange;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.AnswerWriter;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.LateAnswers;
import com.yuge.payment.channelfakes.http.Request;
import java.io.IOException;

/** Applies to answers the faults that need no signature. */
final class AlipayAnswerWriter implements AnswerWriter, AutoCloseable {
  private final Books books;
  private final FaultBoard<String, AlipayFaults> faults;
  private final LateAnswers late = new LateAnswers("fake-alipay-late");

  AlipayAnswerWriter(Books books, FaultBoard<String, AlipayFaults> faults) {
    this.books = books;
    this.faults = faults;
  }

  @Override
  public void write(HttpExchange exchange, Request request, Answer answer) throws IOException {
    switch (fault(request)) {
      case HANG -> late.hang(exchange);
      case DROP -> late.drop(exchange, 0);
      case ERROR -> AnswerWriter.send(exchange, Answer.of(500, "text/plain", "planted fault"));
      case GARBAGE -> AnswerWriter.send(exchange, Answer.page(200, "<html>Service restarting"));
      case NONE, UNSIGNED, WRONG_SIGNATURE, SYSTEM_ERROR, UNKNOWN_ERROR, FREQUENCY_LIMITED ->
          AnswerWriter.send(exchange, answer);
    }
  }

  private OfAnswer fault(Request request) {
    try {
      OpenApiRequest asked = OpenApiRequest.read(request);
      return faults.of(books.named(asked).orElse(null)).during(asked.call());
    } catch (ApiError unreadable) {
      return OfAnswer.NONE;
    }
  }

  @Override
  public void close() {
    late.close();
  }
}
