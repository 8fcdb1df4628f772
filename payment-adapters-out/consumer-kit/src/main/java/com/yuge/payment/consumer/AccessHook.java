package com.yuge.payment.consumer;

import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import java.time.Duration;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.ResponseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs each request for a broker with ACL, and logs when the broker refuses one. The client itself
 * goes on without events, and writes the refusal only to a log of its own.
 */
final class AccessHook implements RPCHook {
  private static final Logger log = LoggerFactory.getLogger(AccessHook.class);
  private static final long BETWEEN_NANOS = Duration.ofMinutes(1).toNanos();

  private final String user;
  private final @Nullable RPCHook signer;
  private long nextLog = System.nanoTime();

  AccessHook(Security security) {
    String accessKey = security.accessKey();
    String secretKey = security.secretKey();
    boolean signs = accessKey != null && secretKey != null && security.hasKeys();
    user = signs ? "access key " + accessKey : "a client without access key";
    signer = signs ? new AclClientRPCHook(new SessionCredentials(accessKey, secretKey)) : null;
  }

  @Override
  public void doBeforeRequest(String remoteAddress, RemotingCommand request) {
    if (signer != null) {
      signer.doBeforeRequest(remoteAddress, request);
    }
  }

  @Override
  public void doAfterResponse(
      String remoteAddress, RemotingCommand request, @Nullable RemotingCommand response) {
    if (response != null && response.getCode() == ResponseCode.NO_PERMISSION && mayLog()) {
      log.error(
          "Broker {} gives no events, no permission for {}: {}",
          remoteAddress,
          user,
          response.getRemark());
    }
  }

  private synchronized boolean mayLog() {
    long now = System.nanoTime();
    boolean due = nextLog - now <= 0;
    if (due) {
      nextLog = now + BETWEEN_NANOS;
    }
    return due;
  }
}
