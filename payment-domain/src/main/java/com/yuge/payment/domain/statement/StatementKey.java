package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import java.time.LocalDate;

/**
 * Identifies a statement; there is one statement for each key.
 *
 * @param merchant our number at the channel
 * @param day the day that it is about, in the channel's time zone
 * @param kind the channel's name for the kind of statement, such as ALL
 */
public record StatementKey(PayChannel channel, String merchant, LocalDate day, String kind) {
  /** The statement as the subject of a discrepancy; the channel is stored in a field of its own. */
  public String subject() {
    return merchant + " " + day + " " + kind;
  }

  @Override
  public String toString() {
    return channel + " " + subject();
  }
}
