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
  static final RocketMqSecurity NONE =
      new RocketMqSecurity(noTls(), Map.of(), DefaultMQAdminExt::new);

  private static final String AUTH = "org.apache.rocketmq.auth.";

  private final List<String> jvmOptions;
  private final Map<String, String> brokerSettings;
  private final Supplier<DefaultMQAdminExt> admin;

  private RocketMqSecurity(
      List<String> jvmOptions,
      Map<String, String> brokerSettings,
      Supplier<DefaultMQAdminExt> admin) {
    this.jvmOptions = jvmOptions;
    this.brokerSettings = brokerSettings;
    this.admin = admin;
  }

  /** Anybody may do everything, without TLS; the broker has these settings of its own as well. */
  public static RocketMqSecurity none(Map<String, String> brokerSettings) {
    return new RocketMqSecurity(noTls(), brokerSettings, DefaultMQAdminExt::new);
  }

  /** ACL 2.0: the broker checks each caller and its permissions. The administrator may do all. */
  public static RocketMqSecurity acl(String administrator, String secret) {
    String asUser = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(administrator, secret);
    String asKeys = "{\"accessKey\":\"%s\",\"secretKey\":\"%s\"}".formatted(administrator, secret);
    return new RocketMqSecurity(
        noTls(),
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

  /** TLS with both servers and between them; a connection without it is closed. */
  public static RocketMqSecurity tls(ServerCertificate certificate) {
    return new RocketMqSecurity(
        List.of(
            "-Dtls.server.mode=enforcing",
            "-Dtls.test.mode.enable=false",
            "-Dtls.server.certPath=" + certificate.certificate(),
            "-Dtls.server.keyPath=" + certificate.privateKey(),
            "-Dtls.enable=true"),
        Map.of(),
        () -> {
          DefaultMQAdminExt admin = new DefaultMQAdminExt();
          admin.setUseTLS(true); // It checks no certificate.
          return admin;
        });
  }

  // Creating the keys would take most of the time of a server's start.
  private static List<String> noTls() {
    return List.of("-Dtls.server.mode=disabled");
  }

  List<String> jvmOptions() {
    return jvmOptions;
  }

  Map<String, String> brokerSettings() {
    return brokerSettings;
  }

  /** Returns an administrator's client that is not started yet. */
  DefaultMQAdminExt admin() {
    return admin.get();
  }
}
