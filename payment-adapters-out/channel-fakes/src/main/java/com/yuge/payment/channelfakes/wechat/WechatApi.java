package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.CallCounts;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import java.util.Objects;

/** The channel's API for services. */
final class WechatApi implements Endpoint {
  private final WechatBooks books;
  private final RequestCheck check;
  private final CallCounts<String, Call> counts;
  private final FaultBoard<String, WechatFaults> faults;
  private final ApiCalls calls;

  WechatApi(
      WechatBooks books,
      RequestCheck check,
      CallCounts<String, Call> counts,
      FaultBoard<String, WechatFaults> faults,
      ApiCalls calls) {
    this.books = books;
    this.check = check;
    this.counts = counts;
    this.faults = faults;
    this.calls = calls;
  }

  @Override
  public Answer handle(Request request) {
    try {
      Route route = Route.of(request, books);
      counts.count(Objects.requireNonNullElse(route.outTradeNo(), ""), route.call());
      check.verify(request);
      refuse(route);
      return calls.answer(route, request);
    } catch (ApiError refusal) {
      return refusal.answer();
    } catch (BadRequest malformed) {
      return ApiError.parameter(String.valueOf(malformed.getMessage())).answer();
    }
  }

  private void refuse(Route route) {
    OfAnswer fault = faults.of(route.outTradeNo()).during(route.call()).answer();
    if (fault.refuses()) {
      throw refusal(fault, route.call());
    }
  }

  private static ApiError refusal(OfAnswer fault, Call call) {
    return switch (fault) {
      case FREQUENCY_LIMITED -> ApiError.tooFrequent();
      case RULE_LIMIT -> new ApiError(403, "RULE_LIMIT", "业务规则限制");
      default -> notFound(call);
    };
  }

  private static ApiError notFound(Call call) {
    return switch (call) {
      case NATIVE, JSAPI, QUERY, CLOSE -> ApiError.noOrder();
      case REFUND, QUERY_REFUND -> ApiError.noResource();
      case TRADE_BILL, DOWNLOAD_BILL -> ApiError.noStatement();
    };
  }
}
