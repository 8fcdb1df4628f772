package com.yuge.payment.channelfakes.alipay;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * The settings of the fake.
 *
 * @param port on loopback; 0 for a free one
 * @param keys the one app that it knows, and its own keys
 * @param retryFactor factor for the pauses between tries of a notification
 */
public record FakeAlipaySettings(int port, FakeAlipayKeys keys, double retryFactor) {
  public FakeAlipaySettings {
    if (!(retryFactor > 0 && retryFactor <= 1)) {
      throw new IllegalArgumentException("a factor above 0 and at most 1");
    }
  }

  /** Writes this file, and the keys beside it. */
  public void write(Path file) throws IOException {
    keys.write(folder(file));
    Properties properties = new Properties();
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("retry-factor", Double.toString(retryFactor));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static FakeAlipaySettings read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new FakeAlipaySettings(
        Integer.parseInt(properties.getProperty("port")),
        FakeAlipayKeys.read(folder(file)),
        Double.parseDouble(properties.getProperty("retry-factor")));
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
  }
}
