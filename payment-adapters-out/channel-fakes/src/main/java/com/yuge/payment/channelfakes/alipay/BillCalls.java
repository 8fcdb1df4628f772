package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.BillLinks;
import com.yuge.payment.channelfakes.http.Answer;
import com.yuge.payment.channelfakes.http.Content;
import com.yuge.payment.channelfakes.http.Endpoint;
import com.yuge.payment.channelfakes.http.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Returns the address of a bill, as the page of alipay.data.dataservice.bill.downloadurl.query
 * describes it, and serves the file to every caller who has the address. The page and the gateway
 * spell the codes differently; the fake takes the gateway's spelling, as public code does.
 */
final class BillCalls implements Endpoint {
  static final String PATH = "/downloadBillFile.resource";

  /** The bill of a day is ready at this time of the next one. */
  private static final LocalTime READY = LocalTime.of(9, 0);

  private static final BillDay FIRST = new BillDay(LocalDate.of(2016, 1, 1));
  private static final String QUERY =
      "?bizType=trade&userId=%s&fileType=csv.zip&bizDates=%s&timestamp=%d&token=%s";

  private final BillService service;
  private final URI url;
  private final String sellerId;
  private final Clock clock;
  private final BillLinks links = new BillLinks();

  BillCalls(BillService service, URI url, String sellerId, Clock clock) {
    this.service = service;
    this.url = url;
    this.sellerId = sellerId;
    this.clock = clock;
  }

  /** The fake writes bills of trades and days, not of accounts and months. */
  Map<String, Object> query(OpenApiRequest request) {
    Instant now = clock.instant();
    BillDay day = BillDay.parse(request.text("bill_date")).orElseThrow(ApiError::billArguments);
    boolean kept = !day.isBefore(FIRST) && day.isBefore(BillDay.of(now));
    if (!kept || !request.text("bill_type").equals("trade")) {
      throw ApiError.billArguments();
    }
    BillFault fault = service.fault();
    if (fault == BillFault.MISSING
        || fault == BillFault.LATE
        || now.isBefore(day.next().at(READY))) {
      throw ApiError.noBill();
    }
    Content file = service.write(day).orElseThrow(ApiError::noBill);
    Map<String, Object> answer = TradeCalls.success();
    answer.put("bill_download_url", url + PATH + query(day, now, links.add(file, now, fault)));
    return answer;
  }

  private String query(BillDay day, Instant now, String token) {
    String date = day.date().format(DateTimeFormatter.BASIC_ISO_DATE);
    return QUERY.formatted(sellerId, date, now.getEpochSecond(), token);
  }

  /** Alipay does not document its answer to an old address. */
  @Override
  public Answer handle(Request request) {
    return links
        .find(request.parameter("token"), clock.instant())
        .map(BillCalls::file)
        .orElseGet(() -> Answer.of(403, "text/plain", "the address is no longer good"));
  }

  static Answer file(Content file) {
    return Answer.file("application/zip", file);
  }
}
