package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.Request;
import com.yuge.payment.channelfakes.mock.BookedRefund.Wanted;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The channel's calls about refunds. Each answer is HTTP 200, and is signed unless a fault says
 * otherwise.
 */
final class RefundApi {
  private static final int MOST_OF_NONCE = 64;

  private final RefundService service;
  private final Supplier<Signing> signing;

  RefundApi(RefundService service, Supplier<Signing> signing) {
    this.service = service;
    this.signing = signing;
  }

  Answer refund(Request request) {
    Wanted wanted = wanted(request.json());
    return answer(request, wanted.refundNo(), service.refund(request.payNo(), wanted));
  }

  Answer query(Request request) {
    RefundNo refundNo = request.refundNo();
    return answer(request, refundNo, service.query(request.payNo(), refundNo));
  }

  private Answer answer(Request request, RefundNo refundNo, RefundAnswer result) {
    return Answer.json(result.body(refundNo, nonce(request), signing.get()));
  }

  /** The text that a signed answer repeats. */
  static String nonce(Request request) {
    String nonce = request.header("X-Payment-Nonce");
    if (nonce.length() > MOST_OF_NONCE) {
      throw new BadRequest(400, "X-Payment-Nonce has at most 64 characters");
    }
    return nonce;
  }

  private static Wanted wanted(JsonNode json) {
    return new Wanted(
        new RefundNo(json.path("refundNo").asString("")),
        new TradeNo(json.path("tradeNo").asString("")),
        money(json, "amount"),
        money(json, "tradeAmount"),
        notifyUrl(json));
  }

  static Money money(JsonNode json, String field) {
    String amount = json.path(field).asString("");
    if (!amount.matches("[0-9]{1,10}\\.[0-9]{2}")) {
      throw new BadRequest(400, field + " must be a string such as 99.99");
    }
    return new Money(
        new BigDecimal(amount), Currency.getInstance(json.path("currency").asString("")));
  }

  static URI notifyUrl(JsonNode json) {
    URI url = URI.create(json.path("notifyUrl").asString(""));
    if (!"http".equals(url.getScheme()) || url.getHost() == null) {
      throw new BadRequest(400, "notifyUrl must be http://host:port/path");
    }
    return url;
  }
}
