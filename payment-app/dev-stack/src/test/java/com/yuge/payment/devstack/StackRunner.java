package com.yuge.payment.devstack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own that runs the stack until it is killed. */
final class StackRunner {
  static final String TABLE = "survivor";

  private StackRunner() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (PaymentStack stack = PaymentStack.start(folder)) {
      DatabaseServer server = stack.database();
      try (var connection =
              DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
          var statement = connection.createStatement()) {
        statement.execute("CREATE OR REPLACE TABLE " + TABLE + " (note VARCHAR(10))");
        statement.execute("INSERT INTO " + TABLE + " (note) VALUES ('kept')");
      }
      Files.writeString(ready(folder), "ready");
      new CountDownLatch(1).await();
    }
  }

  static Path ready(Path folder) {
    return folder.resolve("runner.ready");
  }

  static List<String> command(Path folder) throws Exception {
    Files.deleteIfExists(ready(folder));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    String quiet = "-Dlogback.configurationFile=logback-warnings.xml";
    return List.of(java, quiet, "-cp", classPath, StackRunner.class.getName(), folder.toString());
  }
}
