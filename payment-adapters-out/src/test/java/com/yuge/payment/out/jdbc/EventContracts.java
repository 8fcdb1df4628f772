package com.yuge.payment.out.jdbc;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.resource.ClasspathResourceLoader;
import com.networknt.schema.resource.SchemaLoader;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.refund.RefundEvent;
import com.yuge.payment.domain.statement.StatementMatched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents that consumers get, read from the class path and from nowhere else. */
final class EventContracts {
  static final Set<String> TAGS =
      Stream.of(PayOrderEvent.TAGS, RefundEvent.TAGS, StatementMatched.TAGS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final String FOLDER = "contracts/events/";
  private static final String SCHEMA = ".schema.json";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaLoader(onlyTheClassPath()));

  private EventContracts() {}

  // The default loader would also read from the network.
  private static SchemaLoader onlyTheClassPath() {
    return new SchemaLoader(new ClasspathResourceLoader());
  }

  /** The validator of a schema of the folder, such as PAYMENT_SUCCEEDED. */
  static Schema schema(String name) {
    return schema(name, "");
  }

  /** The validator of a part of a schema; the pointer is a JSON Pointer. */
  static Schema schema(String name, String pointer) {
    return REGISTRY.getSchema(
        SchemaLocation.of("classpath:" + FOLDER + name + SCHEMA + "#" + pointer));
  }

  static List<Error> errors(String tag, String payload) {
    return schema(tag).validate(payload, InputFormat.JSON);
  }

  static JsonNode schemaDocument(String name) {
    return JsonMapper.shared().readTree(text(name + SCHEMA));
  }

  static Stream<String> schemas() {
    return names("", SCHEMA);
  }

  /** Names such as PAYMENT_FAILED.no-trade; the tag is before the dot. */
  static Stream<String> goldens() {
    return names("golden/", ".json");
  }

  static String golden(String name) {
    return text("golden/" + name + ".json");
  }

  static String tag(String golden) {
    return golden.replaceFirst("\\..*", "");
  }

  static String text(String name) {
    try {
      return new ClassPathResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> names(String folder, String ending) {
    String files = "classpath:" + FOLDER + folder + "*" + ending;
    try {
      Resource[] found = new PathMatchingResourcePatternResolver().getResources(files);
      return Arrays.stream(found)
          .map(file -> String.valueOf(file.getFilename()))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
