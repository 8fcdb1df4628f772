package com.yuge.payment.out.rocketmq;

import com.yuge.payment.out.Secret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.apache.rocketmq.remoting.RPCHook;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * The broker.
 *
 * @param nameServer addresses host:port of name servers, separated by semicolons
 * @param topic topic of the events; must exist
 * @param slaveNotAvailableIsSent whether a batch counts as published if the master stored it while
 *     its replica was unavailable; if not, everything is sent again until the replica is back
 * @param accessKey the user that the broker's ACL knows; both keys or neither
 * @param secretKey the user's password, with which each request is signed
 * @param sslBundle the bundle of spring.ssl.bundle for TLS with all name servers and brokers; its
 *     truststore has the authority that signed the servers' certificates
 */
@Validated
@ConfigurationProperties("payment.rocketmq")
public record RocketMqProperties(
    @NotNull
        @Pattern(
            regexp = "[^\\s;]+:\\d{1,5}(;[^\\s;]+:\\d{1,5})*",
            message = "must be host:port, several separated by semicolons")
        String nameServer,
    @DefaultValue("PAYMENT_TOPIC")
        @Pattern(
            regexp = "[%|a-zA-Z0-9_-]{1,127}",
            message = "must be 1 to 127 of A-Z a-z 0-9 _ - % |")
        String topic,
    @DefaultValue("true") boolean slaveNotAvailableIsSent,
    @Nullable String accessKey,
    @Nullable Secret secretKey,
    @Nullable String sslBundle)
    implements Validator {

  @Override
  public boolean supports(Class<?> type) {
    return type == RocketMqProperties.class;
  }

  /** Checks what annotations cannot express. */
  @Override
  public void validate(Object self, Errors errors) {
    boolean signs = secretKey != null && !secretKey.isBlank();
    if (hasAccessKey() != signs) {
      errors.rejectValue(
          signs ? "accessKey" : "secretKey",
          "both",
          "must be set too: access-key and secret-key belong together");
    }
  }

  private boolean hasAccessKey() {
    return accessKey != null && !accessKey.isBlank();
  }

  /** Returns the user for messages to operators. */
  String user() {
    return hasAccessKey() ? "access key " + accessKey : "a client without access key";
  }

  /** Returns the hook that signs each request, or null for a broker without ACL. */
  @Nullable RPCHook signer() {
    return accessKey != null && secretKey != null && hasAccessKey()
        ? new AclClientRPCHook(new SessionCredentials(accessKey, secretKey.text()))
        : null;
  }
}
