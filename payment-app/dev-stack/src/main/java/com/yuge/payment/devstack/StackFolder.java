package com.yuge.payment.devstack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;

/** The folder that servers keep their state in: one run's at a time; no server outlives it. */
public final class StackFolder implements AutoCloseable {
  private static final String LOCK = "stack.lock";
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final Path path;
  private final Consumer<String> progress;
  private final FileChannel lock;
  private final Thread hook = new Thread(this::end, "stack-shutdown");
  private final Deque<ChildServer> latestFirst = new ArrayDeque<>();
  private boolean closed;

  private StackFolder(Path path, Consumer<String> progress, FileChannel lock) {
    this.path = path;
    this.progress = progress;
    this.lock = lock;
  }

  /** Of this JVM's tests alone: Maven runs several at once, and tells each another folder. */
  public static Path ofTests(String name) {
    return Path.of(System.getProperty("tests.folder", "target"), name).toAbsolutePath();
  }

  /** Takes the folder and ends what a killed run left there. */
  public static StackFolder open(Path folder, Consumer<String> progress) {
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      StackFolder opened = new StackFolder(path, progress, lock(path));
      int leftovers = new Leftovers(path).end(opened.directory("pids"));
      if (leftovers > 0) progress.accept("ended " + leftovers + " servers of an earlier run");
      Runtime.getRuntime().addShutdownHook(opened.hook);
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
  }

  /** Another process that has the folder now; empty when there is none, or it cannot be known. */
  public static Optional<ProcessHandle> holder(Path folder) {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file)) return Optional.empty();
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      if (channel.tryLock() != null) return Optional.empty();
      return Leftovers.named(file);
    } catch (IOException | OverlappingFileLockException unknown) {
      return Optional.empty();
    }
  }

  /** Held by the channel; the file says by whom. */
  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path.resolve(LOCK), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII);
        int unused = channel.truncate(0).write(ByteBuffer.wrap(pid));
        return channel;
      }
    } catch (OverlappingFileLockException sameJvm) {
      channel.close();
      throw new IllegalStateException("this JVM runs a stack in " + path + " already", sameJvm);
    }
    channel.close();
    throw new IllegalStateException("another process runs a stack in " + path);
  }

  Path path() {
    return path;
  }

  /** A folder of this name inside, made when it is not there. */
  Path directory(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + name + " in " + path, e);
    }
  }

  /** Deletes what is inside under this name, if there is such. */
  void delete(String name) {
    try {
      FileSystemUtils.deleteRecursively(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + name + " in " + path, e);
    }
  }

  /** Does it, and says so, again and again while it takes long. */
  <T> T during(String what, Supplier<T> work) {
    return new Heartbeat(progress, BEAT).during(what, work);
  }

  void report(String message) {
    progress.accept(message);
  }

  /** Under the lock that close takes, so that no server starts behind its back. */
  synchronized void launch(ChildServer server) {
    if (closed) throw new IllegalStateException("the stack in " + path + " is closed");
    latestFirst.remove(server);
    latestFirst.addFirst(server);
    try {
      server.begin();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a server in " + path, e);
    }
  }

  /**
   * Leaves the end of the JVM to a registry with an order of its own, such as Spring Boot's
   * shutdown handlers, so that servers end after those who use them.
   */
  public void endBy(Consumer<Runnable> registry) {
    registry.accept(this::end);
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /** Stops the latest server first; each is tried, the errors are thrown together. */
  @Override
  public void close() {
    end();
    unhook();
  }

  private void unhook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      report("closed while the JVM ends");
    }
  }

  private void end() {
    IllegalStateException failed = new IllegalStateException("not every server ended in " + path);
    for (ChildServer server : lastServers()) {
      try {
        server.stop();
      } catch (RuntimeException e) {
        failed.addSuppressed(e);
      }
    }
    try {
      lock.close();
    } catch (IOException e) {
      failed.addSuppressed(e);
    }
    if (failed.getSuppressed().length > 0) throw failed;
  }

  private synchronized List<ChildServer> lastServers() {
    closed = true;
    List<ChildServer> servers = List.copyOf(latestFirst);
    latestFirst.clear();
    return servers;
  }
}
