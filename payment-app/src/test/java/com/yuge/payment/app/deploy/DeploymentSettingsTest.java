package com.yuge.payment.app.deploy;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.yuge.payment.app.settings.SettingsCheck;
import com.yuge.payment.channelfakes.wechat.FakeWechatKeys;
import com.yuge.payment.devstack.ServerCertificate;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The variables of the pods are settings of the service, and the service starts with them. */
class DeploymentSettingsTest {
  private static final FakeWechatKeys WECHAT = FakeWechatKeys.ofThisJvm();
  private final PodSpec pod = Manifests.deployment().getSpec().getTemplate().getSpec();
  private final Container service = pod.getContainers().get(0);

  @Test
  void eachVariableIsASetting() {
    DescribedSettings known = new DescribedSettings();

    assertThat(variables())
        .contains("SPRING_DATASOURCE_URL", "SPRING_FLYWAY_USER", "SPRING_FLYWAY_CONNECTRETRIES")
        .allMatch(known::has);
  }

  private Stream<String> variables() {
    return Stream.concat(
        Stream.of("settings.env", "secrets.env.example", "migration.env.example")
            .flatMap(file -> Manifests.variables(file).keySet().stream()),
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
            .flatMap(container -> container.getEnv().stream())
            .map(EnvVar::getName)
            .filter(name -> !name.equals("JAVA_TOOL_OPTIONS")));
  }

  @Test
  void theServiceAcceptsThem(@TempDir Path folder) throws IOException {
    WECHAT.write(folder);
    ServerCertificate.create(folder, "mq-ca");
    Map<String, Object> variables = withFilesIn(folder);
    variables.putAll(
        Map.of(
            "PAYMENT_REDIS_URI", "rediss://user:password@redis.test:6379",
            "PAYMENT_SECURITY_CLIENTS_0_KEYSHA256", "1".repeat(64),
            "PAYMENT_SECURITY_CLIENTS_1_KEYSHA256", "2".repeat(64),
            "PAYMENT_SECURITY_CLIENTS_2_KEYSHA256", "3".repeat(64),
            "PAYMENT_WECHAT_APIV3KEY", WECHAT.apiV3Key()));

    assertThatCode(() -> SettingsCheck.check(environment(variables))).doesNotThrowAnyException();
  }

  @Test
  void theServiceRefusesTheExamplesOfSecrets(@TempDir Path folder) throws IOException {
    WECHAT.write(folder);
    ServerCertificate.create(folder, "mq-ca");

    assertThatCode(() -> SettingsCheck.check(environment(withFilesIn(folder))))
        .hasStackTraceContaining("payment.security.clients");
  }

  @Test
  void aStopEndsBeforeTheKill() {
    DescribedSettings described = new DescribedSettings();
    Duration longest =
        drain()
            .plusSeconds(2)
            .plus(described.usual("spring.lifecycle.timeout-per-shutdown-phase"))
            .plus(described.usual("payment.reconcile.hold"))
            .plus(described.usual("payment.refund.hold"))
            .plus(described.usual("payment.outbox.send-timeout").plusSeconds(1).multipliedBy(2));

    assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds())).isGreaterThan(longest);
  }

  private static Duration drain() {
    return DurationStyle.detectAndParse(
        requireNonNull(Manifests.variables("settings.env").get("PAYMENT_HTTP_DRAINTIME")));
  }

  @Test
  void theStartMayWaitForItsDatabase() {
    Probe start = service.getStartupProbe();
    Duration wait = new DescribedSettings().usual("payment.start.wait");

    assertThat(Duration.ofSeconds((long) start.getPeriodSeconds() * start.getFailureThreshold()))
        .isGreaterThan(wait.plus(Duration.ofMinutes(1)));
  }

  /** Returns the variables, with the folder in place of the one where the keys are mounted. */
  private Map<String, Object> withFilesIn(Path folder) {
    String mount =
        service.getVolumeMounts().stream()
            .filter(volume -> volume.getName().equals("key-files"))
            .map(VolumeMount::getMountPath)
            .collect(joining());
    Map<String, Object> variables = new HashMap<>();
    Stream.of("settings.env", "secrets.env.example")
        .map(Manifests::variables)
        .forEach(variables::putAll);
    variables.replaceAll((name, value) -> ((String) value).replace(mount, folder.toString()));
    return variables;
  }

  private static StandardEnvironment environment(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    ConfigurationPropertySources.attach(environment);
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return environment;
  }
}
