package com.yuge.payment.out.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that does with each connection what it is told to, HTTP or not. */
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool(RawServer::daemon);
  private final Talk talk;

  /** What it says once it was asked. */
  interface Talk {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  private RawServer(Talk talk) {
    this.talk = talk;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::serve);
  }

  static RawServer saying(Talk talk) {
    return new RawServer(talk);
  }

  static RawServer answering(String answer) {
    return saying(out -> out.write(answer.getBytes(US_ASCII)));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> converse(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      readHead(socket.getInputStream());
      talk.to(socket.getOutputStream());
      socket.shutdownOutput();
    } catch (IOException hungUp) {
      System.err.println("the other side hung up: " + hungUp.getMessage());
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("hung up");
      }
      head.append((char) next);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
