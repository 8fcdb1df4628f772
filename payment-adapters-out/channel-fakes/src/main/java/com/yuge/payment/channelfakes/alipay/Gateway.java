package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.http.Request;
import java.util.Map;

/** Alipay's OpenAPI: verifies each request, executes it, and signs the answer. */
final class Gateway implements Endpoint {
  private final Books books;
  private final RequestCheck check;
  private final Calls calls;
  private final FaultBoard<String, AlipayFaults> faults;
  private final Envelope envelope;

  Gateway(
      Books books,
      RequestCheck check,
      Calls calls,
      FaultBoard<String, AlipayFaults> faults,
      Envelope envelope) {
    this.books = books;
    this.check = check;
    this.calls = calls;
    this.faults = faults;
    this.envelope = envelope;
  }

  @Override
  public Answer handle(Request request) {
    try {
      OpenApiRequest asked = OpenApiRequest.read(request);
      calls.count(asked);
      return asked.call().isPage() ? page(asked) : json(asked);
    } catch (ApiError unreadable) {
      return envelope.error(unreadable);
    }
  }

  private Answer page(OpenApiRequest asked) {
    try {
      check.verify(asked.form());
      return calls.page(asked);
    } catch (ApiError refusal) {
      return ErrorPage.of(refusal);
    }
  }

  private Answer json(OpenApiRequest asked) {
    OfAnswer fault = fault(asked);
    try {
      check.verify(asked.form());
      if (fault == OfAnswer.FREQUENCY_LIMITED) {
        throw ApiError.tooFrequent();
      }
      return envelope.of(asked.call(), calls.execute(asked), fault);
    } catch (ApiError refusal) {
      OfAnswer unsigned = refusal.isSigned() ? fault : OfAnswer.UNSIGNED;
      Map<String, Object> fields = refusal.fields();
      return envelope.of(asked.call(), fields, unsigned);
    }
  }

  private OfAnswer fault(OpenApiRequest asked) {
    return faults.of(books.named(asked).orElse(null)).during(asked.call());
  }
}
