package com.yuge.payment.in.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.contract.OpenApiDocument;
import com.yuge.payment.in.contract.Operation;
import com.yuge.payment.in.contract.Part;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document has the service's error codes and causes, and no others. */
class ErrorCodesInTheDocumentTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.ONE;

  /** The responses of each operation, by their statuses. */
  private static Stream<Part> byStatus() {
    return Stream.concat(
        DOCUMENT.operations().stream().map(Operation::part).map(one -> one.get("responses")),
        Stream.of(DOCUMENT.root().get("x-other-requests")));
  }

  private static Set<String> listed(String extension) {
    return byStatus()
        .flatMap(Part::children)
        .flatMap(response -> response.get(extension).texts())
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void everyCodeIsThatOfAnOperationAndNoOtherIs() {
    Set<String> codes =
        Stream.of(ErrorCode.values()).map(ErrorCode::code).collect(toCollection(TreeSet::new));
    assertThat(listed("x-codes")).isEqualTo(codes);
    Part schema = DOCUMENT.root().get("components").get("schemas").get("ErrorCode");
    assertThat(schema.get("enum").texts()).containsExactlyElementsOf(codes);
  }

  @Test
  void everyCauseIsThatOfAnOperationAndNoOtherIs() {
    Set<String> causes =
        Stream.of(ErrorCode.values())
            .map(code -> code.data(ErrorCode.Details.NONE))
            .filter(Objects::nonNull)
            .map(ErrorCode.ErrorData::cause)
            .collect(toCollection(TreeSet::new));
    assertThat(listed("x-causes")).isEqualTo(causes);
  }

  /** A code has one status, except in answers to the MOCK channel. */
  @Test
  void everyCodeHasItsStatus() {
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(
              byStatus()
                  .map(responses -> responses.get(code.status() + ""))
                  .flatMap(response -> response.get("x-codes").texts()))
          .as("%s", code)
          .contains(code.code());
    }
  }
}
