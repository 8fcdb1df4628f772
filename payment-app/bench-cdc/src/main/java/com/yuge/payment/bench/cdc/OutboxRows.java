package com.yuge.payment.bench.cdc;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.rocketmq.common.message.Message;

/** Sends each partition's rows to its queue; what is marked as processed is at the broker. */
final class OutboxRows implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {
  /** Of rows that only ask whether they are seen. */
  private static final String PROBE = "PROBE";

  private final QueueSender sender;
  private boolean following;

  OutboxRows(QueueSender sender) {
    this.sender = sender;
  }

  @Override
  public void handleBatch(
      List<RecordChangeEvent<SourceRecord>> changes,
      RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
      throws InterruptedException {
    Map<Integer, List<Message>> partitions = new TreeMap<>();
    for (RecordChangeEvent<SourceRecord> change : changes) {
      if (change.record().value() instanceof Struct value
          && value.schema().field("after") != null) {
        add(value.getStruct("after"), partitions);
      }
    }
    sender.send(partitions);
    for (RecordChangeEvent<SourceRecord> change : changes) {
      committer.markProcessed(change);
    }
    committer.markBatchFinished();
  }

  private void add(Struct row, Map<Integer, List<Message>> partitions) {
    if (row.getString("tag").equals(PROBE)) {
      follow();
      return;
    }
    partitions
        .computeIfAbsent(row.getInt32("partition_no"), partition -> new ArrayList<>())
        .add(sender.message(row));
  }

  private void follow() {
    if (!following) {
      System.out.println(CdcRelay.FOLLOWING);
      following = true;
    }
  }
}
