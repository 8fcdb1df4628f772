package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentAmountDiffered;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events as consumers read them: version 1.0, times local to the shop, additive changes only. */
final class EventJson {
  private static final String VERSION = "1.0";

  private final JsonMapper json = JsonMapper.builder().build();
  private final DateTimeFormatter localTime;

  EventJson(ZoneId zone) {
    this.localTime = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(zone);
  }

  String payload(PayOrderEvent event, String traceId) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("eventId", event.eventId().value());
    fields.put("payNo", event.payNo().value());
    fields.put("orderNo", event.orderNo().value());
    Money amount = taken(event);
    if (amount != null) {
      fields.put("amount", amount.amount());
    }
    fields.put("channel", event.channel().name());
    details(event, fields);
    fields.put("eventTime", time(event.at()));
    fields.put("traceId", traceId);
    fields.put("version", VERSION);
    return json.writeValueAsString(fields);
  }

  String headers(Map<String, String> headers) {
    return json.writeValueAsString(headers);
  }

  private void details(PayOrderEvent event, Map<String, @Nullable Object> fields) {
    if (event instanceof PaymentSucceeded paid) {
      fields.put("channelTradeNo", paid.channelTradeNo().value());
      fields.put("paidAt", time(paid.paidAt()));
    } else if (event instanceof PaymentFailed failed) {
      TradeNo tradeNo = failed.channelTradeNo();
      fields.put("channelTradeNo", tradeNo == null ? null : tradeNo.value());
      fields.put("failedAt", time(failed.at()));
    } else if (event instanceof PaymentClosed closed) {
      fields.put("reason", closed.reason());
      fields.put("closedAt", time(closed.at()));
    } else if (event instanceof PaymentLateSucceeded late) {
      fields.put("channelTradeNo", late.channelTradeNo().value());
      fields.put("paidAt", time(late.paidAt()));
      fields.put("closedStatus", late.closedStatus().name());
    } else if (event instanceof PaymentMismatched mismatched) {
      fields.put("kind", mismatched.reason().name());
      unapplied(mismatched, mismatched.channelTradeNo(), fields);
    } else if (event instanceof PaymentAmountDiffered differed) {
      fields.put("kind", differed.kind().name());
      unapplied(differed, differed.channelTradeNo(), fields);
    }
  }

  /** Of money that is not the order's, what was taken; null where the channel did not say. */
  private static @Nullable Money taken(PayOrderEvent event) {
    if (event instanceof PaymentMismatched mismatched) {
      return mismatched.taken();
    }
    return event instanceof PaymentAmountDiffered differed ? differed.taken() : event.amount();
  }

  private void unapplied(
      PayOrderEvent event, TradeNo tradeNo, Map<String, @Nullable Object> fields) {
    Money taken = taken(event);
    if (taken != null) {
      fields.put("currency", taken.currency().getCurrencyCode());
    }
    fields.put("tradeNo", tradeNo.value());
    fields.put("orderAmount", event.amount().amount());
    fields.put("receivedAt", time(event.at()));
  }

  private String time(Instant instant) {
    return localTime.format(instant);
  }
}
