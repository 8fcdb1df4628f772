package com.yuge.payment.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a server that uses this JVM's class path and Java. */
final class ChildJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Djava.net.preferIPv4Stack=true");

  private ChildJvm() {}

  /** Long arguments go into a file; its path also marks the process as one of this folder. */
  static List<String> command(
      Path home, Class<?> main, String maxHeap, List<String> options, Path configuration) {
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.add("-Xmx" + maxHeap);
    arguments.addAll(options);
    arguments.add("-cp");
    arguments.add(classPath());
    arguments.add(main.getName());
    arguments.add("-c");
    arguments.add(configuration.toString());
    return List.of(java(), "@" + write(home.resolve("java.args"), arguments));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Returns the class path. Surefire hides it in a jar's manifest and sets this property. */
  private static String classPath() {
    String plain = System.getProperty("java.class.path");
    String path = System.getProperty("surefire.test.class.path", plain);
    List<String> absolute = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator, -1)) {
      absolute.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, absolute);
  }

  /**
   * Writes quoted arguments, because paths may contain spaces. Backslashes are doubled, because
   * they escape the next character.
   */
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
