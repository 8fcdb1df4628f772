package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import java.time.LocalDate;

/**
 * Which statement it is; there is one of each.
 *
 * @param merchant our number at the channel
 * @param day the day that it is about, in the channel's time zone
 * @param kind the channel's word for what it lists, such as ALL
 */
public record StatementKey(PayChannel channel, String merchant, LocalDate day, String kind) {
  /** The statement as the subject of a discrepancy; the channel stands beside it. */
  public String subject() {
    return merchant + " " + day + " " + kind;
  }

  @Override
  public String toString() {
    return channel + " " + subject();
  }
}
