package com.yuge.payment.out.rocketmq;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.remoting.protocol.ResponseCode;

/** Interprets exceptions of RocketMQ's client; their class does not show who is at fault. */
final class ResponseCodes {
  private ResponseCodes() {}

  /**
   * Returns whether an event is at fault. Client and broker both use MESSAGE_ILLEGAL for a message
   * that is too large or malformed; the client wraps the exception if it concerns one message of a
   * batch. The broker uses SYSTEM_ERROR for a batch with a message that is too large, but also for
   * its own failures. Smaller batches then show the difference.
   */
  static boolean blameTheEvents(Throwable thrown, int batchSize) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      int code = code(e);
      if (code == ResponseCode.MESSAGE_ILLEGAL
          || (code == ResponseCode.SYSTEM_ERROR && batchSize > 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the broker refuses this client for lack of permission. Operators can correct
   * that.
   */
  static boolean isForbidden(Throwable thrown) {
    return code(thrown) == ResponseCode.NO_PERMISSION;
  }

  private static int code(Throwable e) {
    if (e instanceof MQClientException client) {
      return client.getResponseCode();
    }
    return e instanceof MQBrokerException broker ? broker.getResponseCode() : -1;
  }
}
