package com.yuge.payment.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The servers' configuration files: loopback only, small files, synchronous flush. */
final class RocketMqConfiguration {
  private static final Map<String, String> BROKER =
      Map.ofEntries(
          Map.entry("brokerName", "broker-a"),
          Map.entry("brokerId", "0"),
          Map.entry("brokerIP1", "127.0.0.1"),
          Map.entry("brokerIP2", "127.0.0.1"),
          Map.entry("bindAddress", "127.0.0.1"),
          Map.entry("brokerRole", "ASYNC_MASTER"),
          Map.entry("flushDiskType", "SYNC_FLUSH"),
          Map.entry("mappedFileSizeCommitLog", "33554432"),
          Map.entry("mappedFileSizeConsumeQueue", "600000"),
          Map.entry("maxHashSlotNum", "5000"),
          Map.entry("maxIndexNum", "20000"),
          Map.entry("flushConsumerOffsetInterval", "1000"),
          Map.entry("timerWheelEnable", "false"),
          Map.entry("diskMaxUsedSpaceRatio", "95"),
          // Until it has passed once, a thread of RocketMQ 5.5 does not wait but loops: 10 s by
          // default.
          Map.entry("transactionMetricFlushInterval", "500"),
          // On a slow disk a send is slow, instead of refused after 200 ms.
          Map.entry("waitTimeMillsInSendQueue", "5000"),
          Map.entry("osPageCacheBusyTimeOutMills", "5000"),
          // A misspelt topic must cause an error, not a new topic.
          Map.entry("autoCreateTopicEnable", "false"));

  private RocketMqConfiguration() {}

  static Path nameServer(Path home, int port) {
    Map<String, String> settings =
        Map.of(
            "bindAddress", "127.0.0.1",
            "listenPort", Integer.toString(port),
            "kvConfigPath", home.resolve("kvConfig.json").toString(),
            "configStorePath", home.resolve("stored.properties").toString());
    return write(home, settings);
  }

  /**
   * Writes a broker's file.
   *
   * @param more settings beside or in place of the usual ones
   */
  static Path broker(Path home, int port, String nameServerAddress, Map<String, String> more) {
    Path store = home.resolve("store");
    Properties settings = new Properties();
    settings.putAll(BROKER);
    settings.putAll(more);
    settings.setProperty("listenPort", Integer.toString(port));
    settings.setProperty("namesrvAddr", nameServerAddress);
    settings.setProperty("storePathRootDir", store.toString());
    settings.setProperty("storePathCommitLog", store.resolve("commitlog").toString());
    return write(home, settings);
  }

  static Path write(Path home, Map<?, ?> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    Path file = home.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
