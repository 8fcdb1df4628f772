package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.BadRequest;
import com.yuge.payment.channelfakes.http.Content;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import java.util.Map;

/** Shows the statement of any day, and adds lines that are in no books. */
final class StatementControl implements Endpoint {
  private final StatementService service;

  StatementControl(StatementService service) {
    this.service = service;
  }

  @Override
  public Answer handle(Request request) {
    if (request.shape().equals("PUT control/bills/lines")) {
      service.extras().set(request.json());
      return Answer.json(Map.of("done", true));
    }
    if (!request.method().equals("GET") || request.path().size() != 3) {
      throw new BadRequest(404, "no such control: " + request.shape());
    }
    return BillDay.parse(request.path().get(2))
        .flatMap(service::write)
        .map(text -> StatementApi.file(Content.of(text)))
        .orElseThrow(() -> new BadRequest(404, "no statement of this day"));
  }
}
