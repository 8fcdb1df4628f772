package com.yuge.payment.dev;

import com.yuge.payment.devstack.StackFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A JVM of its own that has the folder for as long as a sign stands there. */
public final class FolderHolder {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private FolderHolder() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    try (StackFolder held = StackFolder.open(folder, progress -> {})) {
      while (Files.exists(sign(folder))) {
        LockSupport.parkNanos(held, STEP_NANOS);
      }
    }
  }

  public static Path sign(Path folder) {
    return folder.resolve("sign");
  }

  public static List<String> command(Path folder) {
    String plain = System.getProperty("java.class.path");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("surefire.test.class.path", plain),
        FolderHolder.class.getName(),
        folder.toString());
  }
}
