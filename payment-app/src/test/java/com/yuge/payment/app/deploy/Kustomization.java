package com.yuge.payment.app.deploy;

import java.util.List;

/** What our kustomization.yaml uses of Kustomize. The models of Kubernetes do not have it. */
record Kustomization(
    String apiVersion,
    String kind,
    String namespace,
    List<String> resources,
    List<Generator> configMapGenerator,
    List<Image> images) {
  record Generator(String name, List<String> envs) {}

  record Image(String name, String newName, String newTag) {}
}
