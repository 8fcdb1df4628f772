package com.yuge.payment.bench.cdc;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.rocketmq.client.exception.MQClientException;

/** Publishes the rows that are inserted into an outbox table until its standard input ends. */
public final class CdcRelay {
  /** Printed when what is inserted from now on is surely seen. */
  static final String FOLLOWING = "following";

  private static final long END_SECONDS = 10;

  private CdcRelay() {}

  /**
   * Takes a file with Debezium's settings, and with {@code nameServer} and {@code topic}.
   *
   * @throws MQClientException when there is no name server
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, MQClientException {
    Properties settings = new Properties();
    try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
      settings.load(file);
    }
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (QueueSender sender =
            new QueueSender(settings.getProperty("nameServer"), settings.getProperty("topic"));
        DebeziumEngine<RecordChangeEvent<SourceRecord>> engine =
            engine(settings, new OutboxRows(sender))) {
      thread.execute(engine);
      while (System.in.read() >= 0) {
        // Whoever started it is still there.
      }
    }
    thread.shutdown();
    if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
      Runtime.getRuntime().halt(1);
    }
    System.exit(0);
  }

  private static DebeziumEngine<RecordChangeEvent<SourceRecord>> engine(
      Properties settings, OutboxRows rows) {
    return DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
        .using(settings)
        .using(
            (success, message, error) -> {
              if (!success) {
                System.out.println("ended: " + message + ", " + error);
              }
            })
        .notifying(rows)
        .build();
  }
}
