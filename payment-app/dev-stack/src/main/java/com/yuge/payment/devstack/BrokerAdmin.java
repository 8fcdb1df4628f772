package com.yuge.payment.devstack;

import java.io.UnsupportedEncodingException;
import java.util.Properties;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.ResponseCode;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/** Administration of a running broker. */
record BrokerAdmin(String nameServerAddress, String brokerAddress, RocketMqSecurity security) {
  interface Order {
    void to(DefaultMQAdminExt admin)
        throws MQClientException,
            RemotingException,
            MQBrokerException,
            InterruptedException,
            UnsupportedEncodingException;
  }

  void set(String key, String value) {
    Properties settings = new Properties();
    settings.setProperty(key, value);
    give(admin -> admin.updateBrokerConfig(brokerAddress, settings));
  }

  void dropTopic(String name) {
    give(
        admin -> {
          deleteInBroker(admin, name);
          admin.deleteTopicInNameServer(Set.of(nameServerAddress), name);
        });
  }

  // The broker runs without timers, so it fails at the last step, after it has deleted the topic.
  private void deleteInBroker(DefaultMQAdminExt admin, String topic)
      throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
    try {
      admin.deleteTopicInBroker(Set.of(brokerAddress), topic);
    } catch (MQClientException e) {
      if (e.getResponseCode() != ResponseCode.SYSTEM_ERROR) {
        throw e;
      }
    }
  }

  /** Returns a client that is not started yet. */
  DefaultMQAdminExt client(String name) {
    DefaultMQAdminExt admin = security.admin();
    admin.setInstanceName(name + "-" + brokerAddress);
    admin.setNamesrvAddr(nameServerAddress);
    return admin;
  }

  void give(Order order) {
    DefaultMQAdminExt admin = client("operator");
    try {
      admin.start();
      order.to(admin);
    } catch (MQClientException
        | RemotingException
        | MQBrokerException
        | UnsupportedEncodingException e) {
      throw new IllegalStateException("the broker did not execute the command", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      PromptStop.of(admin);
    }
  }
}
