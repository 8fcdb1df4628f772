package com.yuge.payment.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a RocketMQ server on our own class path and Java. */
final class ChildJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xms64m",
          "-XX:MaxDirectMemorySize=256m",
          "-Djava.net.preferIPv4Stack=true",
          "-Drocketmq.log.level=WARN",
          "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
          "-Drocketmq.broker.diskSpaceWarningLevelRatio=0.99",
          "-Drocketmq.broker.diskSpaceCleanForciblyRatio=0.99",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");

  private ChildJvm() {}

  /** Everything long goes into an argument file; its path also marks the process as ours. */
  static List<String> command(Path home, Class<?> main, String maxHeap, Path configuration) {
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.addAll(optionsOfNewerJava(Runtime.version().feature()));
    arguments.add("-Xmx" + maxHeap);
    arguments.add("-Duser.home=" + home);
    arguments.add("-Drocketmq.home.dir=" + home);
    arguments.add("-cp");
    arguments.add(classPath());
    arguments.add(main.getName());
    arguments.add("-c");
    arguments.add(configuration.toString());
    return List.of(java(), "@" + write(home.resolve("java.args"), arguments));
  }

  /** Newer Java warns about what netty and RocketMQ do, and is to refuse it some day. */
  private static List<String> optionsOfNewerJava(int feature) {
    List<String> options = new ArrayList<>();
    if (feature >= 22) options.add("--enable-native-access=ALL-UNNAMED");
    if (feature >= 23) options.add("--sun-misc-unsafe-memory-access=allow");
    return options;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Surefire hides the real class path in a jar's manifest, and keeps it in this property. */
  private static String classPath() {
    String plain = System.getProperty("java.class.path");
    String path = System.getProperty("surefire.test.class.path", plain);
    List<String> absolute = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator, -1)) {
      absolute.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, absolute);
  }

  /** Quoted, for blanks in paths; a backslash would otherwise escape what follows. */
  private static Path write(Path file, List<String> arguments) {
    List<String> lines =
        arguments.stream().map(line -> '"' + line.replace("\\", "\\\\") + '"').toList();
    try {
      return Files.write(file, lines, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
