package com.yuge.payment.channelfakes.wechat;

/**
 * The fault of notifications. Held ones wait until they are released, in their order or latest
 * first.
 *
 * @param kind what happens to each notification
 * @param copies how often each is sent, byte for byte the same
 * @param probes whether a badly signed probe comes before each
 */
public record NotificationFaults(Kind kind, int copies, boolean probes) {
  /** Each notification is sent once. */
  public static final NotificationFaults NONE = of(Kind.NONE);

  private static final int MOST_COPIES = 10;

  /** The fault of a notification. */
  public enum Kind {
    NONE,
    /** It is lost; the channel tries again later. */
    LOST,
    /** It is held until it is released. */
    HELD,
    /** Its signature is of another text. */
    WRONG_SIGNATURE,
    /** It names another key. */
    WRONG_SERIAL,
    /** Its content is encrypted under another key. */
    OTHER_KEY
  }

  public NotificationFaults {
    if (copies < 1 || copies > MOST_COPIES) {
      throw new IllegalArgumentException("copies 1 to " + MOST_COPIES);
    }
  }

  /** Notifications with this fault. */
  public static NotificationFaults of(Kind kind) {
    return new NotificationFaults(kind, 1, false);
  }

  /** Returns the same, with each notification sent this many times. */
  public NotificationFaults copied(int times) {
    return new NotificationFaults(kind, times, probes);
  }

  /** Returns the same, with a badly signed probe before each notification. */
  public NotificationFaults probed() {
    return new NotificationFaults(kind, copies, true);
  }
}
