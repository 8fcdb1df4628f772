package com.yuge.payment.dev;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port, out of Linux's /proc; empty elsewhere and for another user's process. */
final class PortHolder {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private PortHolder() {}

  static Optional<ProcessHandle> of(int port) {
    Set<String> sockets = sockets(port);
    return ProcessHandle.allProcesses().filter(process -> hasOne(process, sockets)).findFirst();
  }

  /** All of it; Java's own answer ends after a page, inside our class path. */
  static String command(ProcessHandle process) {
    try {
      Path file = PROC.resolve(Long.toString(process.pid())).resolve("cmdline");
      return Files.readString(file, ISO_8859_1).replace('\0', ' ').strip();
    } catch (IOException hidden) {
      return process.info().command().orElse("command unknown");
    }
  }

  /** The links that the holder's file descriptors have. */
  private static Set<String> sockets(int port) {
    String suffix = ":%04X".formatted(port);
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> lines(PROC.resolve(table)).stream())
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length > 9 && row[1].endsWith(suffix) && row[3].equals(LISTENING))
        .map(row -> "socket:[" + row[9] + "]")
        .collect(Collectors.toSet());
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  private static boolean hasOne(ProcessHandle process, Set<String> sockets) {
    Path descriptors = PROC.resolve(Long.toString(process.pid())).resolve("fd");
    try (Stream<Path> files = Files.list(descriptors)) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException hidden) {
      return false;
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
