package com.yuge.payment.channelfakes.mock;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The settings of the channel.
 *
 * @param port on loopback; 0 for a free one
 * @param journal the file that stores its trades
 * @param secret signs callbacks
 * @param retryFactor factor for the pauses between tries of a callback
 */
public record MockChannelSettings(int port, Path journal, String secret, double retryFactor) {
  public MockChannelSettings {
    if (secret.isBlank() || !(retryFactor > 0 && retryFactor <= 1)) {
      throw new IllegalArgumentException("a secret, and a factor above 0 and at most 1");
    }
  }

  /** Reads what {@link #write} wrote. */
  public static MockChannelSettings read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new MockChannelSettings(
        Integer.parseInt(properties.getProperty("port")),
        Path.of(properties.getProperty("journal")),
        properties.getProperty("secret"),
        Double.parseDouble(properties.getProperty("retry-factor")));
  }

  /** Writes a file, because any user can read a command line. The write is atomic. */
  public void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("journal", journal.toString());
    properties.setProperty("secret", secret);
    properties.setProperty("retry-factor", Double.toString(retryFactor));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (Writer writer = Files.newBufferedWriter(next)) {
      properties.store(writer, null);
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Without the secret: records of settings end up in logs. */
  @Override
  public String toString() {
    return "MockChannelSettings[port=%d, journal=%s, retryFactor=%s]"
        .formatted(port, journal, retryFactor);
  }
}
