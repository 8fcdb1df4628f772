package com.yuge.payment.devstack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The output of one server. Each start begins an empty file and renames the previous one to .1. */
record ServerLog(Path file) {
  private static final int TAIL_LINES = 15;

  void rotate() throws IOException {
    if (Files.exists(file)) {
      Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
    }
  }

  boolean contains(String mark) {
    return text().contains(mark);
  }

  String tail() {
    List<String> lines = text().lines().toList();
    int from = Math.max(0, lines.size() - TAIL_LINES);
    return String.join(System.lineSeparator(), lines.subList(from, lines.size()));
  }

  /** Reads the file as Latin-1, which accepts every byte, even half a UTF-8 character. */
  private String text() {
    try {
      return Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
