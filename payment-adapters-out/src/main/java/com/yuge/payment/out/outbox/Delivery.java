package com.yuge.payment.out.outbox;

/**
 * What became of one batch.
 *
 * @param full whether it was as long as allowed, so that more may be waiting behind it
 * @param reason of the trouble, empty where there was none
 */
record Delivery(int partition, Result result, int events, boolean full, String reason) {
  enum Result {
    /** The broker has them, the list no longer does. */
    PUBLISHED,
    /** The broker may have them; they stay on the list and will be sent again. */
    TROUBLE,
    /**
     * The broker has them, but another instance owns the partition now and will send them again.
     */
    FENCED
  }
}
