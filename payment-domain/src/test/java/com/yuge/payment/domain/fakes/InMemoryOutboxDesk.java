package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.outbox.operations.BlockedAggregate;
import com.yuge.payment.domain.outbox.operations.OperatorAudit;
import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry;
import com.yuge.payment.domain.outbox.operations.OutboxControl;
import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.operations.OutboxState;
import com.yuge.payment.domain.outbox.operations.ReplayRange;
import com.yuge.payment.domain.outbox.operations.ReplayRequests;
import com.yuge.payment.domain.outbox.operations.WaitingEvent;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What operators see and change, kept in memory. */
public final class InMemoryOutboxDesk
    implements OutboxReports, OutboxControl, ReplayRequests, OperatorAudit {
  private final List<WaitingEvent> log = new ArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Set<String> pending = new TreeSet<>();
  private final Set<String> replays = new TreeSet<>();
  private final Map<String, BlockedAggregate> blocked = new TreeMap<>();
  private final List<OperatorAuditEntry> audit = new ArrayList<>();
  private boolean paused;

  public void clear() {
    log.clear();
    keys.clear();
    pending.clear();
    replays.clear();
    blocked.clear();
    audit.clear();
    paused = false;
  }

  public void append(String key, String eventId, String tag, Instant at) {
    keys.put(eventId, key);
    log.add(new WaitingEvent(eventId, tag, 0, 2, at));
    pending.add(eventId);
  }

  public void publishAll() {
    pending.clear();
  }

  public void block(String key, Instant since) {
    blocked.put(key, new BlockedAggregate(key, 3, "too large", since));
  }

  public List<OperatorAuditEntry> audit() {
    return List.copyOf(audit);
  }

  public Set<String> replays() {
    return Set.copyOf(replays);
  }

  @Override
  public OutboxState state(int limit) {
    Optional<Instant> oldest =
        log.stream()
            .filter(event -> pending.contains(event.eventId()))
            .filter(event -> !blocked.containsKey(keys.get(event.eventId())))
            .map(WaitingEvent::at)
            .min(Instant::compareTo);
    return new OutboxState(
        Math.min(limit, pending.size()),
        oldest,
        Math.min(limit, blocked.size()),
        Math.min(limit, replays.size()),
        paused,
        new LinkedHashMap<>());
  }

  @Override
  public List<BlockedAggregate> blocked(String after, int limit) {
    return blocked.values().stream()
        .filter(one -> one.key().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<WaitingEvent> waiting(AggregateKey key, int limit) {
    return log.stream()
        .filter(event -> isOf(event, key))
        .filter(event -> pending.contains(event.eventId()))
        .limit(limit)
        .toList();
  }

  private boolean isOf(WaitingEvent event, AggregateKey key) {
    return key.value().equals(keys.get(event.eventId()));
  }

  @Override
  public boolean pause(boolean wanted) {
    boolean changed = paused != wanted;
    paused = wanted;
    return changed;
  }

  @Override
  public boolean unblock(AggregateKey key) {
    return blocked.remove(key.value()) != null;
  }

  @Override
  public boolean skip(EventId eventId) {
    boolean wasPending = pending.remove(eventId.value());
    return replays.remove(eventId.value()) || wasPending;
  }

  @Override
  public int add(AggregateKey key) {
    return (int) log.stream().filter(e -> isOf(e, key) && add(e)).count();
  }

  @Override
  public int add(EventId eventId) {
    return (int) log.stream().filter(e -> e.eventId().equals(eventId.value()) && add(e)).count();
  }

  @Override
  public Progress add(ReplayRange range, long afterRow, int limit) {
    List<WaitingEvent> next =
        log.subList((int) afterRow, (int) Math.min(afterRow + limit, log.size()));
    int added = (int) next.stream().filter(e -> range.contains(e.tag(), e.at()) && add(e)).count();
    return new Progress(added, afterRow + next.size(), next.size() < limit);
  }

  private boolean add(WaitingEvent event) {
    return !pending.contains(event.eventId()) && replays.add(event.eventId());
  }

  @Override
  public long rowBefore(Instant moment) {
    return 0;
  }

  @Override
  public void record(OperatorAuditEntry entry) {
    audit.add(entry);
  }
}
