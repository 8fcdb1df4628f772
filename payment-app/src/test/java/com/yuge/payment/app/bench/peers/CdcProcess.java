package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.BenchStack;
import com.yuge.payment.app.bench.PaymentTopic;
import com.yuge.payment.app.e2e.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** The module bench-cdc, whose class path must not get onto ours. */
final class CdcProcess implements AutoCloseable {
  private static final Path MODULE = Path.of("bench-cdc", "target").toAbsolutePath();
  private static final String MAIN = "com.yuge.payment.bench.cdc.CdcRelay";
  private static final List<String> OPTIONS =
      List.of("-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final JavaProcess java;

  private CdcProcess(JavaProcess java) {
    this.java = java;
  }

  /** From the binlog's end on: without offsets of an earlier run. */
  static CdcProcess start(BenchStack stack, String database, String table) {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "cdc");
      Path file = folder.resolve("cdc.properties");
      try (Writer writer = Files.newBufferedWriter(file)) {
        settings(stack, database, table, folder).store(writer, null);
      }
      String classes =
          MODULE.resolve("classes") + ":" + Files.readString(MODULE.resolve("classpath.txt"));
      List<String> what = List.of("-cp", classes, MAIN);
      List<String> arguments = List.of(file.toAbsolutePath().toString());
      return new CdcProcess(JavaProcess.start("bench-cdc", OPTIONS, what, arguments));
    } catch (IOException e) {
      throw new UncheckedIOException("no bench-cdc; the profile bench builds it", e);
    }
  }

  private static Properties settings(BenchStack stack, String database, String table, Path folder) {
    Properties settings = new Properties();
    settings.setProperty("name", "bench-cdc");
    settings.setProperty("nameServer", stack.nameServer());
    settings.setProperty("topic", PaymentTopic.NAME);
    settings.setProperty("connector.class", "io.debezium.connector.mariadb.MariaDbConnector");
    settings.setProperty("topic.prefix", "bench");
    settings.setProperty("database.hostname", "127.0.0.1");
    settings.setProperty("database.port", Integer.toString(stack.database().port()));
    settings.setProperty("database.user", stack.database().username());
    settings.setProperty("database.password", stack.database().password());
    settings.setProperty("database.ssl.mode", "disable");
    settings.setProperty("database.server.id", serverId());
    settings.setProperty("database.include.list", database);
    settings.setProperty("table.include.list", database + "." + table);
    settings.setProperty("snapshot.mode", "no_data");
    settings.setProperty("snapshot.locking.mode", "none");
    settings.setProperty("include.schema.changes", "false");
    settings.setProperty("skipped.operations", "u,d,t");
    // As soon as there is anything; its own setting is half a second.
    settings.setProperty("poll.interval.ms", "1");
    store(settings, folder.toAbsolutePath());
    return settings;
  }

  private static void store(Properties settings, Path folder) {
    settings.setProperty(
        "offset.storage", "org.apache.kafka.connect.storage.FileOffsetBackingStore");
    settings.setProperty("offset.storage.file.filename", folder.resolve("offsets").toString());
    settings.setProperty("offset.flush.interval.ms", "1000");
    settings.setProperty(
        "schema.history.internal", "io.debezium.storage.file.history.FileSchemaHistory");
    settings.setProperty(
        "schema.history.internal.file.filename", folder.resolve("schema").toString());
    settings.setProperty("schema.history.internal.store.only.captured.tables.ddl", "true");
  }

  /** Two replicas of one number would throw each other out. */
  private static String serverId() {
    return Integer.toString(ThreadLocalRandom.current().nextInt(1_000, 1_000_000));
  }

  boolean isFollowing() {
    String said = java.said();
    if (!java.process().isAlive()) {
      throw new IllegalStateException("Debezium ended: " + said);
    }
    return said.contains("following");
  }

  boolean hadTrouble() {
    return java.said().contains("sends again");
  }

  /** Its input ends, and so does it. */
  @Override
  public void close() {
    try {
      java.process().getOutputStream().close();
    } catch (IOException gone) {
      java.kill();
    }
    java.awaitEnd();
  }
}
