package com.yuge.payment.consumer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** A server that makes handshakes, and closes each connection after that. */
final class TlsListener implements AutoCloseable {
  private static final int SECONDS = 20;

  private final SSLServerSocket server;
  private final BlockingQueue<String> handshakes = new LinkedBlockingQueue<>();

  /** Wants certificates of clients, and checks those that it gets. */
  TlsListener(GeneratedKeys own, GeneratedKeys trusted) {
    SslBundle bundle =
        SslBundle.of(SslStoreBundle.of(own.keys(), GeneratedKeys.PASSWORD, trusted.trust()));
    try {
      server =
          (SSLServerSocket)
              bundle
                  .createSslContext()
                  .getServerSocketFactory()
                  .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException("cannot listen", e);
    }
    server.setWantClientAuth(true);
    Thread thread = new Thread(this::listen, "tls-listener");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Waits for the next handshake: the client's name, "anonymous", or "failed" and why. */
  String nextHandshake() throws InterruptedException {
    return requireNonNull(handshakes.poll(SECONDS, TimeUnit.SECONDS), "no handshake");
  }

  private void listen() {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        handshakes.add(handshake(socket));
      } catch (IOException closed) {
        handshakes.add("closed");
      }
    }
  }

  private static String handshake(SSLSocket socket) {
    try {
      socket.startHandshake();
      return socket.getSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException noCertificate) {
      return "anonymous";
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
