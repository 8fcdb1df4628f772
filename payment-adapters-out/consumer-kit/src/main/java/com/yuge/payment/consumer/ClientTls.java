package com.yuge.payment.consumer;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.RemotingClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * TLS for all connections of a client, to name servers and brokers, or none. It checks each
 * server's certificate against the bundle's trust store.
 *
 * <p>The client reads its own TLS settings from system properties of the JVM. By default these
 * check no certificate. If they do, Netty 4.2 refuses every server, because it compares the host
 * name, which the client does not pass to it. So this class replaces the client's context by
 * reflection, because there is no setter. The host name is not checked, so every certificate of the
 * trusted authority is accepted.
 */
record ClientTls(@Nullable SslContext context) {
  static final ClientTls NONE = new ClientTls(null);

  /** Throws if the bundle has no trust store: the JDK's authorities also sign for strangers. */
  static ClientTls of(SslBundle bundle) {
    if (bundle.getStores().getTrustStore() == null) {
      throw new IllegalStateException("payment-events.security.ssl-bundle needs a truststore");
    }
    SslOptions options = bundle.getOptions();
    try {
      SslContext context =
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.JDK)
              .trustManager(bundle.getManagers().getTrustManagerFactory())
              .keyManager(bundle.getManagers().getKeyManagerFactory())
              .protocols(options.getEnabledProtocols())
              .ciphers(SslOptions.asSet(options.getCiphers()))
              .endpointIdentificationAlgorithm(null)
              .build();
      return new ClientTls(new LoggedSslContext(context));
    } catch (SSLException e) {
      throw new IllegalStateException("payment-events.security.ssl-bundle cannot be used", e);
    }
  }

  /**
   * Applies this to a client that is configured but not started.
   *
   * @param signer the hook that the client was created with
   */
  void applyTo(ClientConfig client, @Nullable RPCHook signer) {
    if (context != null) {
      client.setUseTLS(true);
      RemotingClient connections =
          MQClientManager.getInstance()
              .getOrCreateMQClientInstance(client, signer)
              .getMQClientAPIImpl()
              .getRemotingClient();
      new DirectFieldAccessor(connections).setPropertyValue("sslContext", context);
    }
  }
}
