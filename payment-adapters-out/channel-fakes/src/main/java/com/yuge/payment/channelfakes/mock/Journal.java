package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with one line for each state of each trade; the last line counts. It survives a kill of
 * the process, because the operating system writes what it was given.
 */
final class Journal {
  private static final Logger log = System.getLogger(Journal.class.getName());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private OutputStream out;

  Journal(Path file) {
    this.file = file;
    this.out = open();
  }

  private OutputStream open() {
    try {
      return Files.newOutputStream(file, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  List<BookedTrade> read() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.flatMap(Journal::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  // A killed process may leave a cut-off last line; no caller got an answer for it.
  private static Stream<BookedTrade> parse(String line) {
    try {
      return Stream.of(JSON.readValue(line, BookedTrade.class));
    } catch (JacksonException cutOff) {
      log.log(Level.WARNING, "Skipped an unreadable line of the journal", cutOff);
      return Stream.empty();
    }
  }

  void append(BookedTrade trade) {
    try {
      out.write(line(trade));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Drops the states that no longer count. */
  void rewrite(Collection<BookedTrade> trades) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      try (OutputStream fresh = new BufferedOutputStream(Files.newOutputStream(next))) {
        for (BookedTrade trade : trades) {
          fresh.write(line(trade));
        }
      }
      out.close();
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
      out = open();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rewrite " + file, e);
    }
  }

  private static byte[] line(BookedTrade trade) {
    return (JSON.writeValueAsString(trade) + "\n").getBytes(UTF_8);
  }
}
