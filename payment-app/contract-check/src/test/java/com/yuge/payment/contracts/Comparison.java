package com.yuge.payment.contracts;

import static org.openapitools.openapidiff.core.model.BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import tools.jackson.databind.node.ObjectNode;

/** What changed from one version of a contract to another. */
record Comparison(ChangedOpenApi changes, List<String> missingFields) {

  /** Values may be added to any enumeration of an answer; the document says so to its readers. */
  static Comparison ofOpenApi(ObjectNode old, ObjectNode current) {
    return of(old, current, false);
  }

  static Comparison ofEvents(Map<String, ObjectNode> old, Map<String, ObjectNode> current) {
    return of(EventsAsOpenApi.of(old), EventsAsOpenApi.of(current), true);
  }

  private static Comparison of(ObjectNode old, ObjectNode current, boolean valuesAreComplete) {
    OpenApiDiffOptions options =
        OpenApiDiffOptions.builder()
            .configProperty(
                RESPONSE_ENUM_INCREASED.getPropertyName(), String.valueOf(valuesAreComplete))
            .build();
    ObjectNode before = Inlined.of(OpenApi30.of(old));
    ObjectNode after = Inlined.of(OpenApi30.of(current));
    return new Comparison(
        OpenApiCompare.fromContents(before.toString(), after.toString(), null, options),
        MissingFields.of(before, after));
  }

  boolean isCompatible() {
    return changes.isCompatible() && missingFields.isEmpty();
  }

  /** The changes as text for people. */
  String report() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new ConsoleRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
    return text.toString(StandardCharsets.UTF_8) + "Missing fields: " + missingFields;
  }
}
