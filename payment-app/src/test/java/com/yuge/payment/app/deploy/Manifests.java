package com.yuge.payment.app.deploy;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The files for Kubernetes, read into its types. Unknown fields and wrong types are refused. */
final class Manifests {
  private static final Path FOLDER = Path.of("src/deploy/kubernetes");
  private static final String KUSTOMIZATION = "kustomization.yaml";

  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "v1 Service", Service.class);

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(new NoUnknownFields())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  Stream.of(
                          CoercionInputShape.Integer,
                          CoercionInputShape.Float,
                          CoercionInputShape.Boolean)
                      .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
          .build();

  private Manifests() {}

  /** The models keep a field that they do not know in a map. Without it, the field is refused. */
  private static final class NoUnknownFields extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
      return false;
    }
  }

  static List<String> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + FOLDER, e);
    }
  }

  /** Parses a file with one document. A key that is there twice is an error. */
  static Map<String, Object> parse(String file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(options)).load(text(file));
  }

  /** Reads a parsed document into its type. Throws for an unknown field and for a wrong type. */
  static Object read(Map<String, Object> document) {
    String type = document.get("apiVersion") + " " + document.get("kind");
    Class<?> model = TYPES.get(type);
    if (model == null) throw new IllegalArgumentException("unknown apiVersion and kind: " + type);
    return requireNonNull(STRICT.convertValue(document, model));
  }

  static Deployment deployment() {
    return read("deployment.yaml", Deployment.class);
  }

  static Service service() {
    return read("service.yaml", Service.class);
  }

  static NetworkPolicy networkPolicy() {
    return read("networkpolicy.yaml", NetworkPolicy.class);
  }

  static PodDisruptionBudget disruptionBudget() {
    return read("poddisruptionbudget.yaml", PodDisruptionBudget.class);
  }

  static Kustomization kustomization() {
    return read(KUSTOMIZATION, Kustomization.class);
  }

  private static <T> T read(String file, Class<T> model) {
    return model.cast(read(parse(file)));
  }

  /** Reads a file of variables, such as settings.env. */
  static Map<String, String> variables(String file) {
    return text(file)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .collect(toMap(pair -> pair[0], pair -> pair[1]));
  }

  /** Returns this module's README, which has the commands that make the secrets. */
  static String readme() {
    return text("../../../README.md");
  }

  private static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
