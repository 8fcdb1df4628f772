package com.yuge.payment.app.build;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/**
 * A pin or a property of ours would hold a library back when Spring Boot names a newer one that
 * closes a hole. What has to be newer than Spring Boot names it is excepted here, with its version.
 */
class SpringBootVersionsTest {
  private static final LocalRepository REPOSITORY = LocalRepository.ofThisBuild();

  @Test
  void whatSpringBootManagesHasTheVersionThatItNames() throws ModelBuildingException {
    Map<String, String> named = namedBySpringBoot();

    List<Library> managed =
        REPOSITORY.libraries().stream().filter(l -> named.containsKey(l.name())).toList();

    assertThat(managed)
        .extracting(Library::artifactId)
        .contains("jackson-databind", "netty-common", "spring-core", "tomcat-embed-core");
    assertThat(managed)
        .allSatisfy(
            library ->
                assertThat(library.version())
                    .as(library.name())
                    .isEqualTo(named.get(library.name())));
  }

  /** Its own model, in which none of our properties counts, with all that it imports. */
  private static Map<String, String> namedBySpringBoot() throws ModelBuildingException {
    DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
    request.setModelResolver(REPOSITORY);
    // Some of the POMs have a profile for a version of Java.
    Properties java = new Properties();
    java.setProperty("java.version", System.getProperty("java.version"));
    request.setSystemProperties(java);
    request.setModelSource(
        REPOSITORY.resolveModel(
            "org.springframework.boot",
            "spring-boot-dependencies",
            SpringBootVersion.getVersion()));
    Model model = new DefaultModelBuilderFactory().newInstance().build(request).getEffectiveModel();
    return model.getDependencyManagement().getDependencies().stream()
        .collect(
            toMap(
                d -> d.getGroupId() + ":" + d.getArtifactId(),
                Dependency::getVersion,
                (a, b) -> a));
  }
}
