package com.yuge.payment.channelfakes.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.AnswerWriter;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.LateAnswers;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.wechat.PlatformSigner.Fault;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/**
 * Signs every answer except files, including refusals, and applies the faults of the fault board.
 */
final class WechatAnswerWriter implements AnswerWriter, AutoCloseable {
  private final WechatBooks books;
  private final FaultBoard<String, WechatFaults> board;
  private final PlatformSigner signer;
  private final Clock clock;
  private final LateAnswers late = new LateAnswers("fake-wechat-late");

  WechatAnswerWriter(
      WechatBooks books,
      FaultBoard<String, WechatFaults> board,
      PlatformSigner signer,
      Clock clock) {
    this.books = books;
    this.board = board;
    this.signer = signer;
    this.clock = clock;
  }

  @Override
  public void write(HttpExchange exchange, Request request, Answer answer) throws IOException {
    WechatFaults faults = faults(request);
    int delay = faults.delayMillis();
    switch (faults.answer()) {
      case HANG -> late.hang(exchange);
      case DROP -> late.drop(exchange, delay);
      default -> late.send(exchange, spoiled(answer, faults), delay);
    }
  }

  private WechatFaults faults(Request request) {
    try {
      Route route = Route.of(request, books);
      return board.of(route.outTradeNo()).during(route.call());
    } catch (ApiError unknown) {
      return WechatFaults.NONE;
    }
  }

  private Answer spoiled(Answer answer, WechatFaults faults) {
    return switch (faults.answer()) {
      case ERROR -> Answer.of(502, "text/html", "<html>502 Bad Gateway</html>");
      case GARBAGE -> Answer.page(200, "<html>Service restarting");
      case UNSIGNED -> answer;
      case WRONG_SIGNATURE -> signed(answer, faults, Fault.WRONG_SIGNATURE);
      case WRONG_SERIAL -> signed(answer, faults, Fault.WRONG_SERIAL);
      case PROBE -> signed(answer, faults, Fault.PROBE);
      case SYSTEM_ERROR ->
          signed(new ApiError(500, "SYSTEM_ERROR", "系统异常").answer(), faults, Fault.NONE);
      case NONE, HANG, DROP, FREQUENCY_LIMITED, RULE_LIMIT, NOT_FOUND ->
          signed(answer, faults, Fault.NONE);
    };
  }

  private Answer signed(Answer answer, WechatFaults faults, Fault fault) {
    Instant now = clock.instant().plusSeconds(faults.skewSeconds());
    return BillCalls.isFile(answer) ? answer : answer.with(signer.sign(answer.body(), now, fault));
  }

  @Override
  public void close() {
    late.close();
  }
}
