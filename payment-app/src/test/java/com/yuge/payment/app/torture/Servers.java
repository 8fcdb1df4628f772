package com.yuge.payment.app.torture;

import com.yuge.payment.devstack.MariaDbServer;
import com.yuge.payment.devstack.MockChannelServer;
import com.yuge.payment.devstack.RedisProcess;
import com.yuge.payment.devstack.RocketMqSecurity;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.ServerNotReady;
import com.yuge.payment.devstack.StackFolder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.springframework.util.FileSystemUtils;

/** Servers that nobody else uses, with empty stores. The broker has a disk of its own. */
record Servers(
    List<StackFolder> folders,
    SmallDisk disk,
    MariaDbServer database,
    RocketMqServers rocketMq,
    RedisProcess redis,
    MockChannelServer channel)
    implements AutoCloseable {

  /** The broker tells its clients this address of loopback, where a proxy listens. */
  static final String BROKER_ADDRESS = "127.0.0.2";

  private static final Map<String, String> BROKER =
      Map.of(
          "brokerIP1", BROKER_ADDRESS,
          // It sees soon that its disk is full, and deletes nothing for it.
          "cleanResourceInterval", "200",
          "cleanFileForciblyEnable", "false");

  private static final int MOST_STARTS = 5;

  /** A callback is sent again first after 15 ms. */
  private static final double QUICK_RETRIES = 0.001;

  /**
   * Starts all of them.
   *
   * @param mayMount whether the broker's disk is one that can become full, where root may do that
   */
  static Servers start(Path folder, boolean mayMount) {
    deleteIn(folder);
    Path brokers = folder.resolveSibling(folder.getFileName() + "-broker");
    SmallDisk disk = mayMount ? SmallDisk.at(brokers) : SmallDisk.none(brokers);
    StackFolder common = StackFolder.open(folder, progress -> {});
    StackFolder small = StackFolder.open(brokers, progress -> {});
    var database = CompletableFuture.supplyAsync(() -> MariaDbServer.start(common, List.of()));
    var rocketMq =
        CompletableFuture.supplyAsync(
            () -> RocketMqServers.start(small, RocketMqSecurity.none(BROKER)));
    RedisProcess redis = RedisProcess.start(common);
    MockChannelServer channel =
        MockChannelServer.start(common, MockChannelServer.SECRET, QUICK_RETRIES);
    return new Servers(
        List.of(common, small), disk, database.join(), rocketMq.join(), redis, channel);
  }

  /** The channel's books of an earlier run. */
  private static void deleteIn(Path folder) {
    boolean unused = FileSystemUtils.deleteRecursively(folder.resolve("mock-channel").toFile());
  }

  String createDatabase(String name) {
    try {
      return database.createDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
  }

  /** What can go wrong with the servers themselves. */
  void addWounds(List<Wound> wounds) {
    Semaphore broker = new Semaphore(1);
    add(wounds, "broker", broker, rocketMq::killBroker, rocketMq::startBroker);
    hang(wounds, "broker", broker, rocketMq::suspendBroker, rocketMq::resumeBroker);
    Semaphore db = new Semaphore(1);
    add(wounds, "database", db, database::kill, database::start);
    hang(wounds, "database", db, database::suspend, database::resume);
    Semaphore cache = new Semaphore(1);
    add(wounds, "Redis", cache, redis::kill, redis::start);
    hang(wounds, "Redis", cache, redis::suspend, redis::resume);
    Semaphore bank = new Semaphore(1);
    add(wounds, "channel", bank, channel::kill, channel::start);
    hang(wounds, "channel", bank, channel::suspend, channel::resume);
    if (disk.canBeFull()) {
      wounds.add(
          new Wound(Wound.Kind.DISK_FULL, "broker", broker, number -> disk.fill(), disk::free));
    }
  }

  private static void add(
      List<Wound> wounds, String target, Semaphore free, Runnable kill, Runnable start) {
    Runnable insist = () -> startPatiently(start, kill);
    wounds.add(new Wound(Wound.Kind.KILL, target, free, number -> kill.run(), insist));
  }

  /** On a busy machine a start may be given up; whatever starts things would try again. */
  private static void startPatiently(Runnable start, Runnable kill) {
    for (int attempt = 1; ; attempt++) {
      try {
        start.run();
        return;
      } catch (ServerNotReady slow) {
        if (attempt == MOST_STARTS) {
          throw slow;
        }
        kill.run();
        System.out.println("A server did not start: " + slow.getMessage());
      }
    }
  }

  private static void hang(
      List<Wound> wounds, String target, Semaphore free, Runnable stop, Runnable resume) {
    wounds.add(new Wound(Wound.Kind.HANG, target, free, number -> stop.run(), resume));
  }

  @Override
  public void close() {
    folders.forEach(StackFolder::close);
    disk.close();
  }
}
