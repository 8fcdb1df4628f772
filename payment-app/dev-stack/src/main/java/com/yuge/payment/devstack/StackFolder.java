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

/** The folder with the servers' state. One run uses it at a time, and no server outlives it. */
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

  /** Returns a folder for this JVM's tests. Maven runs several JVMs and gives each its own. */
  public static Path ofTests(String name) {
    return Path.of(System.getProperty("tests.folder", "target"), name).toAbsolutePath();
  }

  /** Locks the folder and ends servers that a killed run left behind. */
  public static StackFolder open(Path folder, Consumer<String> progress) {
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      StackFolder opened = new StackFolder(path, progress, lock(path));
      int leftovers = new OrphanedServers(path).end(opened.directory("pids"));
      if (leftovers > 0) progress.accept("ended " + leftovers + " servers of an earlier run");
      Runtime.getRuntime().addShutdownHook(opened.hook);
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
  }

  /** Returns the process that has locked the folder; empty if there is none or it is unknown. */
  public static Optional<ProcessHandle> holder(Path folder) {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file)) return Optional.empty();
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      if (channel.tryLock() != null) return Optional.empty();
      return OrphanedServers.named(file);
    } catch (IOException | OverlappingFileLockException unknown) {
      return Optional.empty();
    }
  }

  /** Locks the folder. The channel holds the lock, and the file contains the pid of the owner. */
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

  /** Returns the subfolder of this name and creates it if it is missing. */
  Path directory(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + name + " in " + path, e);
    }
  }

  /** Deletes the file or subfolder of this name, if it exists. */
  void delete(String name) {
    try {
      FileSystemUtils.deleteRecursively(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + name + " in " + path, e);
    }
  }

  /** Runs the work and reports progress at intervals while it takes long. */
  <T> T during(String what, Supplier<T> work) {
    return new ProgressReporter(progress, BEAT).during(what, work);
  }

  void report(String message) {
    progress.accept(message);
  }

  /** Launches a server. It shares a lock with close, so no server starts after that. */
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
   * Registers the shutdown with a registry that has an order of its own, such as Spring Boot's
   * shutdown handlers, so that servers end after the programs that use them.
   */
  public void endBy(Consumer<Runnable> registry) {
    registry.accept(this::end);
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /** Stops every server, the latest first, and throws all errors together. */
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
