package com.yuge.payment.devstack;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/** What RocketMQ's servers ask of their clients, and how this stack's own clients satisfy it. */
public final class RocketMqSecurity {
  /** Anybody may do everything, without TLS. */
  static final RocketMqSecurity NONE = new RocketMqSecurity(Map.of(), DefaultMQAdminExt::new);

  /** Without TLS, because to create its keys would take most of a server's start. */
  private static final List<String> NO_TLS = List.of("-Dtls.server.mode=disabled");

  private static final String AUTH = "org.apache.rocketmq.auth.";

  private final Map<String, String> brokerSettings;
  private final Supplier<DefaultMQAdminExt> admin;

  private RocketMqSecurity(Map<String, String> brokerSettings, Supplier<DefaultMQAdminExt> admin) {
    this.brokerSettings = brokerSettings;
    this.admin = admin;
  }

  /** ACL 2.0: the broker checks who calls and whether it may. The administrator may do all. */
  public static RocketMqSecurity acl(String administrator, String secret) {
    String asUser = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(administrator, secret);
    String asKeys = "{\"accessKey\":\"%s\",\"secretKey\":\"%s\"}".formatted(administrator, secret);
    return new RocketMqSecurity(
        Map.ofEntries(
            Map.entry("authenticationEnabled", "true"),
            Map.entry(
                "authenticationProvider",
                AUTH + "authentication.provider.DefaultAuthenticationProvider"),
            Map.entry(
                "authenticationMetadataProvider",
                AUTH + "authentication.provider.LocalAuthenticationMetadataProvider"),
            Map.entry("initAuthenticationUser", asUser),
            Map.entry("innerClientAuthenticationCredentials", asKeys),
            Map.entry("authorizationEnabled", "true"),
            Map.entry(
                "authorizationProvider",
                AUTH + "authorization.provider.DefaultAuthorizationProvider"),
            Map.entry(
                "authorizationMetadataProvider",
                AUTH + "authorization.provider.LocalAuthorizationMetadataProvider")),
        () ->
            new DefaultMQAdminExt(
                new AclClientRPCHook(new SessionCredentials(administrator, secret))));
  }

  List<String> jvmOptions() {
    return NO_TLS;
  }

  Map<String, String> brokerSettings() {
    return brokerSettings;
  }

  /** Returns an administrator's client that is not started yet. */
  DefaultMQAdminExt admin() {
    return admin.get();
  }
}
