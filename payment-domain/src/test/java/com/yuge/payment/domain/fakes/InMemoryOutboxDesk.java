package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.EventId;
import com.yuge.payment.domain.outbox.BlockedOrder;
import com.yuge.payment.domain.outbox.OperatorAudit;
import com.yuge.payment.domain.outbox.OperatorAuditEntry;
import com.yuge.payment.domain.outbox.OutboxControl;
import com.yuge.payment.domain.outbox.OutboxReports;
import com.yuge.payment.domain.outbox.OutboxState;
import com.yuge.payment.domain.outbox.ReplayRange;
import com.yuge.payment.domain.outbox.ReplayRequests;
import com.yuge.payment.domain.outbox.WaitingEvent;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Set<String> pending = new TreeSet<>();
  private final Set<String> replays = new TreeSet<>();
  private final Map<String, BlockedOrder> blocked = new TreeMap<>();
  private final List<OperatorAuditEntry> audit = new ArrayList<>();
  private boolean paused;

  public void clear() {
    log.clear();
    pending.clear();
    replays.clear();
    blocked.clear();
    audit.clear();
    paused = false;
  }

  public void append(String eventId, String tag, Instant at) {
    log.add(new WaitingEvent(eventId, tag, 0, 2, at));
    pending.add(eventId);
  }

  public void publishAll() {
    pending.clear();
  }

  public void block(String payNo, Instant since) {
    blocked.put(payNo, new BlockedOrder(payNo, 3, "too large", since));
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
            .filter(event -> !blocked.containsKey(event.eventId().substring(0, 32)))
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
  public List<BlockedOrder> blocked(String after, int limit) {
    return blocked.values().stream()
        .filter(order -> order.key().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<WaitingEvent> waiting(PayNo payNo, int limit) {
    return log.stream()
        .filter(event -> event.eventId().startsWith(payNo + "-"))
        .filter(event -> pending.contains(event.eventId()))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean pause(boolean wanted) {
    boolean changed = paused != wanted;
    paused = wanted;
    return changed;
  }

  @Override
  public boolean unblock(PayNo payNo) {
    return blocked.remove(payNo.value()) != null;
  }

  @Override
  public boolean skip(EventId eventId) {
    boolean wasPending = pending.remove(eventId.value());
    return replays.remove(eventId.value()) || wasPending;
  }

  @Override
  public int add(PayNo payNo) {
    return (int) log.stream().filter(e -> e.eventId().startsWith(payNo + "-") && add(e)).count();
  }

  @Override
  public int add(EventId eventId) {
    return (int) log.stream().filter(e -> e.eventId().equals(eventId.value()) && add(e)).count();
  }

  @Override
  public Step add(ReplayRange range, long afterRow, int limit) {
    List<WaitingEvent> next =
        log.subList((int) afterRow, (int) Math.min(afterRow + limit, log.size()));
    int added = (int) next.stream().filter(e -> range.contains(e.tag(), e.at()) && add(e)).count();
    return new Step(added, afterRow + next.size(), next.size() < limit);
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
