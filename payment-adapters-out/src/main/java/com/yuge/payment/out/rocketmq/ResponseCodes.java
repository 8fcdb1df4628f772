package com.yuge.payment.out.rocketmq;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.remoting.protocol.ResponseCode;

/** What an exception of RocketMQ's client means; its class says nothing about whose fault it is. */
final class ResponseCodes {
  private ResponseCodes() {}

  /**
   * Whether an event is at fault. Client and broker both answer with MESSAGE_ILLEGAL what is too
   * large or malformed; the client wraps it when it is about one message of a batch. The broker
   * says SYSTEM_ERROR of a batch with a message too large in it, and of troubles of its own as
   * well: then smaller batches tell.
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

  private static int code(Throwable e) {
    if (e instanceof MQClientException client) {
      return client.getResponseCode();
    }
    return e instanceof MQBrokerException broker ? broker.getResponseCode() : -1;
  }
}
