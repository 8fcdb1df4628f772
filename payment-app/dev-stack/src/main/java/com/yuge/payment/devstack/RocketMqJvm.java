package com.yuge.payment.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a RocketMQ server. */
final class RocketMqJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-Xms64m",
          "-XX:MaxDirectMemorySize=256m",
          "-Dlogback.configurationFile=logback-warnings.xml",
          "-Drocketmq.log.level=WARN",
          "-Drocketmq.broker.diskSpaceWarningLevelRatio=0.99",
          "-Drocketmq.broker.diskSpaceCleanForciblyRatio=0.99",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");

  private RocketMqJvm() {}

  static List<String> command(
      Path home, Class<?> main, String maxHeap, List<String> more, Path configuration) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(more);
    options.addAll(optionsOfNewerJava(Runtime.version().feature()));
    options.add("-Duser.home=" + home);
    options.add("-Drocketmq.home.dir=" + home);
    return ChildJvm.command(home, main, maxHeap, options, configuration);
  }

  /** Newer Java warns about calls of Netty and RocketMQ that a later version will refuse. */
  private static List<String> optionsOfNewerJava(int feature) {
    List<String> options = new ArrayList<>();
    if (feature >= 22) options.add("--enable-native-access=ALL-UNNAMED");
    if (feature >= 23) options.add("--sun-misc-unsafe-memory-access=allow");
    return options;
  }
}
