package com.yuge.payment.domain.channel;

/** What a channel answered when it was asked to close a trade. */
public sealed interface CloseAnswer {
  /** It takes no money for the trade any more, since now or since before. */
  record Closed() implements CloseAnswer {}

  /** It has no such trade: there is nothing that could be paid. */
  record NoTrade() implements CloseAnswer {}

  /** Refused: the trade has been paid. */
  record AlreadyPaid() implements CloseAnswer {}

  /** The channel did not say; the trade may be closed or not. */
  record Unknown(Doubt doubt) implements CloseAnswer {}
}
