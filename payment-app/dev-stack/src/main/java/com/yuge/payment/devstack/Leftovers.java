package com.yuge.payment.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Servers that a killed run left behind; they would hold the stores that the next run needs. */
final class Leftovers {
  private static final Duration STOP = Duration.ofSeconds(1);
  private static final Duration KILL = Duration.ofSeconds(5);

  private final Path folder;

  Leftovers(Path folder) {
    this.folder = folder;
  }

  /** Ends every process that a pid file names and that is ours; returns how many there were. */
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

  /** Empty for a file cut off by a crash as well. */
  static Optional<ProcessHandle> named(Path pidFile) throws IOException {
    String pid = Files.readString(pidFile).strip();
    return pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
  }

  /** A pid may be somebody else's by now; each of our servers has a path of the folder in sight. */
  private boolean isOurs(ProcessHandle process) {
    String inside = folder + folder.getFileSystem().getSeparator();
    ProcessHandle.Info info = process.info();
    return info.commandLine().or(info::command).filter(line -> line.contains(inside)).isPresent();
  }
}
