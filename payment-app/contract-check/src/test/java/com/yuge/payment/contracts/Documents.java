package com.yuge.payment.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contracts as they are now, and as they were released last. */
final class Documents {
  private static final String OPENAPI = "payment/openapi.yaml";
  private static final String EVENTS = "contracts/events/";
  private static final String RELEASED_OPENAPI = "released/openapi.yaml";
  private static final String RELEASED_EVENTS = "released/events/";
  private static final String ASYNCAPI = "asyncapi.yaml";
  private static final String SCHEMA = ".schema.json";
  private static final PathMatchingResourcePatternResolver CLASS_PATH =
      new PathMatchingResourcePatternResolver();

  private Documents() {}

  static ObjectNode openApi() {
    return read(CLASS_PATH.getResource(OPENAPI));
  }

  static ObjectNode releasedOpenApi() {
    return read(CLASS_PATH.getResource(RELEASED_OPENAPI));
  }

  /** The JSON Schemas of the events, by their names without the ending. */
  static SortedMap<String, ObjectNode> events() {
    return schemas(EVENTS);
  }

  static SortedMap<String, ObjectNode> releasedEvents() {
    return schemas(RELEASED_EVENTS);
  }

  static ObjectNode asyncApi() {
    return read(CLASS_PATH.getResource(EVENTS + ASYNCAPI));
  }

  static ObjectNode releasedAsyncApi() {
    return read(CLASS_PATH.getResource(RELEASED_EVENTS + ASYNCAPI));
  }

  private static SortedMap<String, ObjectNode> schemas(String folder) {
    try {
      SortedMap<String, ObjectNode> schemas = new TreeMap<>();
      for (Resource file : CLASS_PATH.getResources("classpath:" + folder + "*" + SCHEMA)) {
        String name = Objects.requireNonNull(file.getFilename());
        schemas.put(name.substring(0, name.length() - SCHEMA.length()), read(file));
      }
      return schemas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // JSON is YAML, too.
  private static ObjectNode read(Resource file) {
    try (InputStream text = file.getInputStream()) {
      return (ObjectNode) YAMLMapper.shared().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
