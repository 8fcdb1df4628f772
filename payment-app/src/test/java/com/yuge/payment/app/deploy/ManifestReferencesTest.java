package com.yuge.payment.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a manifest names is there: labels, ports, volumes, secrets, files. */
class ManifestReferencesTest {
  private final Deployment deployment = Manifests.deployment();
  private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
  private final Container service = pod.getContainers().get(0);

  @Test
  void eachSelectorFindsThePods() {
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

    assertThat(
            List.of(
                deployment.getSpec().getSelector().getMatchLabels(),
                Manifests.service().getSpec().getSelector(),
                Manifests.disruptionBudget().getSpec().getSelector().getMatchLabels(),
                Manifests.networkPolicy().getSpec().getPodSelector().getMatchLabels(),
                pod.getTopologySpreadConstraints().get(0).getLabelSelector().getMatchLabels()))
        .allSatisfy(selector -> assertThat(labels).containsAllEntriesOf(selector));
  }

  @Test
  void eachPortIsOneOfTheContainer() {
    Stream<IntOrString> named =
        Stream.of(
                probes().map(probe -> probe.getHttpGet().getPort()),
                Manifests.service().getSpec().getPorts().stream().map(port -> port.getTargetPort()),
                Manifests.networkPolicy().getSpec().getIngress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .map(NetworkPolicyPort::getPort))
            .flatMap(ports -> ports);

    assertThat(named)
        .extracting(IntOrString::getStrVal)
        .hasSize(6)
        .isSubsetOf(service.getPorts().stream().map(ContainerPort::getName).toList());
  }

  @Test
  void livenessAsksOneGroupAndReadinessTheOther() {
    assertThat(probes())
        .extracting(probe -> probe.getHttpGet().getPath())
        .containsExactly(
            "/actuator/health/liveness", "/actuator/health/liveness", "/actuator/health/readiness");
  }

  private Stream<Probe> probes() {
    return Stream.of(
        service.getStartupProbe(), service.getLivenessProbe(), service.getReadinessProbe());
  }

  @Test
  void eachMountHasItsVolume() {
    List<String> volumes = pod.getVolumes().stream().map(Volume::getName).toList();

    assertThat(containers())
        .allSatisfy(
            container ->
                assertThat(container.getVolumeMounts())
                    .extracting(VolumeMount::getName)
                    .hasSameElementsAs(volumes));
  }

  @Test
  void eachConfigMapIsGeneratedAndEachSecretIsDocumented() {
    Set<String> generated = Set.of(Manifests.kustomization().configMapGenerator().get(0).name());
    Stream<String> secrets =
        Stream.concat(
            sources().filter(s -> s.getSecretRef() != null).map(s -> s.getSecretRef().getName()),
            pod.getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .map(volume -> volume.getSecret().getSecretName()));

    assertThat(sources().filter(source -> source.getConfigMapRef() != null))
        .extracting(source -> source.getConfigMapRef().getName())
        .hasSize(2)
        .hasSameElementsAs(generated);
    assertThat(secrets.distinct())
        .hasSize(3)
        .allSatisfy(
            secret ->
                assertThat(Manifests.readme()).contains("create secret generic " + secret + " "));
  }

  @Test
  void kustomizationHasAllFilesAndTheImage() {
    Kustomization kustomization = Manifests.kustomization();

    assertThat(kustomization.resources())
        .containsExactlyInAnyOrderElementsOf(
            Manifests.files().stream().filter(f -> !f.equals("kustomization.yaml")).toList());
    assertThat(containers())
        .allSatisfy(c -> assertThat(c.getImage()).isEqualTo(kustomization.images().get(0).name()));
  }

  @Test
  void quantitiesAreNumbersAndMemoryIsReserved() {
    assertThat(containers())
        .allSatisfy(
            container -> {
              Map<String, Quantity> requests = container.getResources().getRequests();
              Map<String, Quantity> limits = container.getResources().getLimits();
              assertThat(requests).containsOnlyKeys("cpu", "memory").containsAllEntriesOf(limits);
              assertThat(requests.values())
                  .allSatisfy(quantity -> assertThat(quantity.getNumericalAmount()).isPositive());
            });
  }

  private Stream<Container> containers() {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
  }

  private Stream<EnvFromSource> sources() {
    return containers().flatMap(container -> container.getEnvFrom().stream());
  }
}
