package com.yuge.payment.in.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document, as it is in the jar. */
public final class OpenApiDocument {
  private static final String RESOURCE = "/payment/openapi.yaml";

  /** Amounts of examples keep their digits. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  public static final OpenApiDocument ONE = new OpenApiDocument();

  private final Part root;
  private final List<Operation> operations;

  private OpenApiDocument() {
    try (InputStream text =
        Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(RESOURCE))) {
      this.root = new Part(YAML.readTree(text), JsonPointer.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Part paths = root.get("paths");
    this.operations =
        paths.names().flatMap(path -> operations(path, paths.get(path)).stream()).toList();
  }

  private static List<Operation> operations(String path, Part item) {
    return item.names()
        .filter(METHODS::contains)
        .map(method -> new Operation(path, method.toUpperCase(Locale.ROOT), item))
        .toList();
  }

  public Part root() {
    return root;
  }

  public List<Operation> operations() {
    return operations;
  }

  /** A path without parameters comes before one that it would also be. */
  Optional<Operation> find(Exchange.Request request) {
    String method = request.isHead() ? "GET" : request.method();
    return operations.stream()
        .filter(one -> one.isOfOperators() == request.operators() && one.isAt(request.path()))
        .min(Comparator.comparingInt(Operation::parameterCount))
        .flatMap(path -> ofMethod(path, method));
  }

  private Optional<Operation> ofMethod(Operation sibling, String method) {
    return operations.stream()
        .filter(one -> one.path().equals(sibling.path()) && one.method().equals(method))
        .findFirst();
  }
}
