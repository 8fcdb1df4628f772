package com.yuge.payment.consumer;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Logs why a handshake failed, at most once a minute. The client itself only reports that it could
 * not send.
 */
final class LoggedSslContext extends DelegatingSslContext {
  private static final Logger log = LoggerFactory.getLogger(LoggedSslContext.class);
  private static final long BETWEEN_NANOS = Duration.ofMinutes(1).toNanos();

  private final AtomicLong nextLog = new AtomicLong(System.nanoTime());

  LoggedSslContext(SslContext context) {
    super(context);
  }

  @Override
  protected void initEngine(SSLEngine engine) {
    // The wrapped context has set up the engine already.
  }

  @Override
  protected void initHandler(SslHandler handler) {
    var unused =
        handler
            .handshakeFuture()
            .addListener(
                handshake -> {
                  if (!handshake.isSuccess()) {
                    failed(handshake.cause());
                  }
                });
  }

  private void failed(Throwable thrown) {
    long now = System.nanoTime();
    long due = nextLog.get();
    if (due - now <= 0 && nextLog.compareAndSet(due, now + BETWEEN_NANOS)) {
      log.warn(
          "No TLS with a server of RocketMQ: {}",
          NestedExceptionUtils.getMostSpecificCause(thrown).toString());
    }
  }
}
