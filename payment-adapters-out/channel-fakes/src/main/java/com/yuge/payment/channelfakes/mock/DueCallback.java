package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.domain.shared.PayNo;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A callback that is due until the service acknowledges it. */
sealed interface DueCallback permits DuePaymentCallback, DueRefundCallback {
  PayNo payNo();

  /** A callback that is signed and ready, and where it goes. */
  record Outgoing(URI url, SignedCallback callback) {}

  /** Returns empty if there is nothing to announce any more. */
  Optional<Outgoing> outgoing(Books books, Instant now, Signing signing);

  /** Books a try; returns the tries so far, or empty if no further one is needed. */
  OptionalInt tried(Books books, boolean acknowledged);
}
