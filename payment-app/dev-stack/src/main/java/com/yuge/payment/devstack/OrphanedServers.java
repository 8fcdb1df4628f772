package com.yuge.payment.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends servers that a killed run left behind. They lock the stores that the next run needs. */
final class OrphanedServers {
  private static final Duration STOP = Duration.ofSeconds(1);
  private static final Duration KILL = Duration.ofSeconds(5);

  private final Path folder;

  OrphanedServers(Path folder) {
    this.folder = folder;
  }

  /** Ends every process of this folder's stack that a pid file names; returns their number. */
  int end(Path pidFiles) throws IOException {
    List<ProcessHandle> leftovers = new ArrayList<>();
    for (Path pidFile : list(pidFiles)) {
      named(pidFile).filter(this::isOurs).ifPresent(leftovers::add);
    }
    leftovers.forEach(ProcessHandle::destroy);
    if (!Poll.until(() -> leftovers.stream().noneMatch(ProcessHandle::isAlive), STOP)) {
      leftovers.forEach(ProcessHandle::destroyForcibly);
    }
    if (!Poll.until(() -> leftovers.stream().noneMatch(ProcessHandle::isAlive), KILL)) {
      throw new IllegalStateException("leftover servers survived kill: " + leftovers);
    }
    for (Path pidFile : list(pidFiles)) Files.delete(pidFile);
    return leftovers.size();
  }

  private static List<Path> list(Path pidFiles) throws IOException {
    try (Stream<Path> files = Files.list(pidFiles)) {
      return files.filter(file -> file.toString().endsWith(".pid")).toList();
    }
  }

  /** Returns the process that a pid file names; empty if it is gone or the file is incomplete. */
  static Optional<ProcessHandle> named(Path pidFile) throws IOException {
    String pid = Files.readString(pidFile).strip();
    return pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
  }

  /**
   * Returns whether this folder's stack started the process. The pid may belong to another process
   * by now; the command line of each server of the stack contains a path in the folder.
   */
  private boolean isOurs(ProcessHandle process) {
    String inside = folder + folder.getFileSystem().getSeparator();
    ProcessHandle.Info info = process.info();
    return info.commandLine().or(info::command).filter(line -> line.contains(inside)).isPresent();
  }
}
