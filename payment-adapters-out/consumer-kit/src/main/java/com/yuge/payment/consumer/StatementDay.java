package com.yuge.payment.consumer;

import java.time.LocalDate;

/**
 * What a statement is about.
 *
 * @param merchant the merchant's number at the channel
 * @param billDate in the time zone of the channel
 * @param kind the channel's word for what the statement lists, such as ALL
 */
public record StatementDay(String merchant, LocalDate billDate, String kind) {
  static StatementDay of(EventFields fields) {
    return new StatementDay(fields.text("merchant"), fields.day("billDate"), fields.text("kind"));
  }
}
