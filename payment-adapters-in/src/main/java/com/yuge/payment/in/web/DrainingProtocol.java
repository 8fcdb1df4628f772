package com.yuge.payment.in.web;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Tomcat's HTTP, which can stop to listen without losing a connection. Tomcat itself closes all
 * connections unanswered that are made between its decision to stop and the close of the listening
 * socket. That took 120 of 16,000 connections in 100 stops.
 */
final class DrainingProtocol {
  private DrainingProtocol() {}

  /** Tomcat makes it by its name, so it is public. */
  public static final class Http extends Http11NioProtocol {
    public Http() {
      super(new Endpoint());
    }

    /** Returns when nobody can connect any more, or after a second. */
    void refuseConnections() {
      ((Endpoint) getEndpoint()).refuseConnections();
    }
  }

  private static final class Endpoint extends NioEndpoint {
    private volatile boolean refusing;

    /** Wakes the acceptor, whose next step is to accept what waits and to close. */
    void refuseConnections() {
      refusing = true;
      super.unlockAccept();
    }

    // A connection to the closed port would be tried in vain, with a warning.
    @Override
    protected void unlockAccept() {
      if (!refusing) {
        super.unlockAccept();
      }
    }

    @Override
    protected SocketChannel serverSocketAccept() throws Exception {
      return refusing ? acceptOrClose() : super.serverSocketAccept();
    }

    // The kernel resets connections that nobody has accepted when the socket is closed. So the
    // close follows directly on the accept that finds none.
    private SocketChannel acceptOrClose() throws IOException {
      ServerSocketChannel listening = (ServerSocketChannel) getServerSocket();
      listening.configureBlocking(false);
      SocketChannel accepted = listening.accept();
      if (accepted != null) {
        return accepted;
      }
      listening.close();
      closeServerSocketGraceful();
      return SocketChannel.open(); // Tomcat destroys it, because its acceptor is told to end.
    }
  }
}
