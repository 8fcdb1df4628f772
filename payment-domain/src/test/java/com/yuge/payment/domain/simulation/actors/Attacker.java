package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.util.List;

/** Forges callbacks, and cuts genuine ones anew. */
public final class Attacker {
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final TradeNo STOLEN = new TradeNo("STOLEN");
  private static final int ATTACKS = 4;

  private final Surroundings surroundings;
  private final Fleet fleet;
  private final SimulatedChannel channel;

  public Attacker(Surroundings surroundings, Fleet fleet, SimulatedChannel channel) {
    this.surroundings = surroundings;
    this.fleet = fleet;
    this.channel = channel;
  }

  public void begin() {
    for (int i = 0; i < ATTACKS; i++) {
      surroundings.scheduler().after(surroundings.upTo(PAUSE), this::attack);
    }
  }

  private void attack() {
    List<Message> captured = channel.genuine();
    if (!captured.isEmpty()) {
      Message genuine = surroundings.oneOf(captured);
      send(surroundings.chance().oneIn(2) ? forged(genuine) : recut(genuine));
    }
  }

  // It knows what a success looks like, but not the secret.
  private static Message forged(Message genuine) {
    return new Message(
            "SUCCESS",
            genuine.nonce() + "x",
            genuine.payNo(),
            genuine.timestamp(),
            STOLEN,
            null,
            "")
        .signed("guess");
  }

  // The same joined text, so the same signature, with the border of two fields moved.
  private static Message recut(Message genuine) {
    String nonce = genuine.nonce();
    return new Message(
        genuine.status(),
        nonce + genuine.payNo().substring(0, 1),
        genuine.payNo().substring(1) + genuine.timestamp().substring(0, 1),
        genuine.timestamp().substring(1),
        STOLEN,
        null,
        genuine.signature());
  }

  private void send(Message message) {
    fleet.request("attack", at -> at.door().receive(message), this::mustBeRefused);
  }

  private void mustBeRefused(boolean acknowledged) {
    if (acknowledged) {
      throw new IllegalStateException("a forged callback was acknowledged");
    }
  }
}
