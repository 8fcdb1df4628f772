package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.PaymentTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * Whether each round delivered what it should; a run with a problem fails, however quick it was.
 */
final class Verdicts {
  private final PaymentTopic topic;
  private final List<String> rounds = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  Verdicts(PaymentTopic topic) {
    this.topic = topic;
  }

  void judge(String what, Peer peer, Map<MessageQueue, Long> begin, Set<String> expected) {
    Arrived arrived = Arrived.compare(topic.queuesSince(begin, expected.size()), expected);
    String verdict =
        "%s, %s: %d events; %s%s%s"
            .formatted(
                what,
                peer.name(),
                expected.size(),
                arrived,
                peer.keepsOrder() ? "" : " (promises no order)",
                peer.hadTrouble() ? " (sent again after trouble)" : "");
    rounds.add(verdict);
    if (!arrived.isRightFor(peer)) {
      problems.add(verdict);
    }
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  String markdown() {
    return rounds.stream().map(round -> "* " + round + "\n").collect(Collectors.joining());
  }
}
