package com.yuge.payment.devstack;

import java.util.List;

/** The users of a broker with ACL 2.0. */
public final class RocketMqUsers {
  private final BrokerAdmin broker;

  RocketMqUsers(BrokerAdmin broker) {
    this.broker = broker;
  }

  /** Creates a user who may do nothing yet. */
  public void create(String name, String secret) {
    broker.give(admin -> admin.createUser(broker.brokerAddress(), name, secret, "Normal"));
  }

  /** Lets a user do an action, such as Pub, on resources, such as Topic:PAYMENT_TOPIC. */
  public void allow(String name, String action, String... resources) {
    broker.give(
        admin ->
            admin.createAcl(
                broker.brokerAddress(),
                "User:" + name,
                List.of(resources),
                List.of(action),
                List.of(),
                "Allow"));
  }
}
