package com.yuge.payment.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/** With {@code -Dbench.jfr=true} a flight recording of each part, to see where time goes. */
final class Recorder implements AutoCloseable {
  private final @Nullable Recording recording;
  private final Path file;

  private Recorder(@Nullable Recording recording, Path file) {
    this.recording = recording;
    this.file = file;
  }

  static Recorder start(Path folder, String part) {
    Path file = folder.resolve(part + ".jfr");
    if (!Boolean.getBoolean("bench.jfr")) {
      return new Recorder(null, file);
    }
    try {
      Recording recording = new Recording(Configuration.getConfiguration("profile"));
      recording.start();
      return new Recorder(recording, file);
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("no flight recorder", e);
    }
  }

  void keep() {
    try {
      if (recording != null) {
        recording.dump(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() {
    if (recording != null) {
      recording.close();
    }
  }
}
