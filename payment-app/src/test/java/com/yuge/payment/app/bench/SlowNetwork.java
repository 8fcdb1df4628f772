package com.yuge.payment.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A way to a server on this machine on which everything takes longer, there and back. */
final class SlowNetwork implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final ServerSocket door;
  private final int target;
  private final Duration eachWay;

  private SlowNetwork(ServerSocket door, int target, Duration eachWay) {
    this.door = door;
    this.target = target;
    this.eachWay = eachWay;
  }

  static SlowNetwork to(int target, Duration eachWay) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SlowNetwork network = new SlowNetwork(door, target, eachWay);
    start("slow-network", network::accept);
    return network;
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start("slow-there", () -> carry(client, server));
        start("slow-back", () -> carry(server, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  // Question and answer take turns, so what comes while it waits belongs to what it carries.
  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        LockSupport.parkNanos(eachWay.toNanos());
        out.write(bytes, 0, read);
      }
    } catch (IOException closed) {
      // Either end hung up; the other one is closed with it.
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
