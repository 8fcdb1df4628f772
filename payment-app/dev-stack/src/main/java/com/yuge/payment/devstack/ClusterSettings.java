package com.yuge.payment.devstack;

/**
 * The settings that differ between clusters.
 *
 * @param replicas brokers in each group, 1 or 2; with 1 a group has a master only
 * @param allAckInSyncStateSet whether the master waits for every broker that is in sync
 * @param minInSyncReplicas least brokers in sync, including the master; with fewer it refuses
 * @param syncFlush whether a broker answers only after the disk has the message
 */
public record ClusterSettings(
    int replicas, boolean allAckInSyncStateSet, int minInSyncReplicas, boolean syncFlush) {
  /** No acknowledged message is lost when one broker of each group dies. */
  public static final ClusterSettings SAFE = new ClusterSettings(2, true, 1, true);

  public ClusterSettings {
    if (replicas < 1 || replicas > 2) {
      throw new IllegalArgumentException("replicas must be 1 or 2: " + replicas);
    }
  }

  public ClusterSettings withReplicas(int number) {
    return new ClusterSettings(number, allAckInSyncStateSet, minInSyncReplicas, syncFlush);
  }

  public ClusterSettings withAllAck(boolean allAck) {
    return new ClusterSettings(replicas, allAck, minInSyncReplicas, syncFlush);
  }

  public ClusterSettings withMinInSync(int number) {
    return new ClusterSettings(replicas, allAckInSyncStateSet, number, syncFlush);
  }

  public ClusterSettings withSyncFlush(boolean sync) {
    return new ClusterSettings(replicas, allAckInSyncStateSet, minInSyncReplicas, sync);
  }
}
