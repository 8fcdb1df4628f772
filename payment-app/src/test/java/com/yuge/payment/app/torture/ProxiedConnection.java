package com.yuge.payment.app.torture;

import com.yuge.payment.app.torture.TcpProxy.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One client's connection through a {@link TcpProxy}. */
final class ProxiedConnection {
  private static final int PIECE_BYTES = 16 << 10;
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final TcpProxy network;
  private final Socket client;
  private final Socket server;
  private volatile boolean lost;

  ProxiedConnection(TcpProxy network, Socket client, Socket server) {
    this.network = network;
    this.client = client;
    this.server = server;
  }

  boolean hasLost() {
    return lost;
  }

  /** Carries one direction until either side ends. */
  void carry(Socket from, Socket to, State losesThis) {
    byte[] piece = new byte[PIECE_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
        if (passes(losesThis)) {
          out.write(piece, 0, size);
        } else {
          lost = true;
        }
      }
      close();
    } catch (IOException broken) {
      reset();
    }
  }

  /** Waits as long as the network has the data wait; returns whether they arrive. */
  private boolean passes(State losesThis) throws IOException {
    if (network.state() == State.SLOW) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(network.delayMillis()));
    }
    while (network.state() == State.STALLED) {
      LockSupport.parkNanos(STEP_NANOS);
      if (client.isClosed()) {
        throw new IOException("closed meanwhile");
      }
    }
    if (network.state() == State.RESET) {
      throw new IOException("reset");
    }
    // A later piece never takes the place of a lost one.
    return !lost && network.state() != losesThis;
  }

  private void close() throws IOException {
    client.close();
    server.close();
  }

  /** Both sides get an RST. */
  void reset() {
    try {
      for (Socket side : new Socket[] {client, server}) {
        if (!side.isClosed()) {
          side.setSoLinger(true, 0);
        }
      }
      close();
    } catch (IOException ended) {
      // It is closed already, which is all that is wanted.
      lost = true;
    }
  }
}
