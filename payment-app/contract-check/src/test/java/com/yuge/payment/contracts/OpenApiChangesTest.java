package com.yuge.payment.contracts;

import static com.yuge.payment.contracts.Edit.add;
import static com.yuge.payment.contracts.Edit.remove;
import static com.yuge.payment.contracts.Edit.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The comparison tells changes of the OpenAPI document that break clients from those that do not.
 */
class OpenApiChangesTest {
  private static final String ORDER = "/components/schemas/PayOrder";
  private static final String CREATE = "/components/schemas/CreatePayOrderRequest";
  private static final String LIST = "/paths/~1payments~1unapplied/get";

  private static final String READ = "/paths/~1payments~1{payNo}/get";

  private final ObjectNode document = Documents.openApi();

  static List<Edit> breaking() {
    return List.of(
        remove("a path is gone", "/paths/~1payments~1order~1{orderNo}"),
        remove("a method is gone", "/paths/~1payments~1{payNo}~1refunds/get"),
        remove("a field of an answer is gone", ORDER + "/properties/statusDesc"),
        set("a field has another type", ORDER + "/properties/statusDesc/type", "\"integer\""),
        set("a field has a pattern now", ORDER + "/properties/statusDesc/pattern", "\"^[A-Z]+$\""),
        remove("a field of an answer may be missing", ORDER + "/required/payNo"),
        set(
            "an amount is a string",
            "/components/schemas/Amount",
            """
            {"type": "string"}"""),
        add("a field of a request is required", CREATE + "/required", "\"channel\""),
        set(
            "a request has a new required field",
            "/paths/~1payments/post/requestBody/content/application~1json/schema",
            """
            {"type": "object", "required": ["shop"], "properties": {"shop": {"type": "string"}}}"""),
        remove(
            "a value of a request is refused",
            "/components/schemas/ResolveRefundRequest/properties/to/enum/SUCCESS"),
        set(
            "a text of a request is shorter",
            "/components/schemas/CreateRefundRequest/properties/reason/maxLength",
            "40"),
        add(
            "a request has a new required parameter",
            LIST + "/parameters",
            """
            {"name": "shop", "in": "query", "required": true, "schema": {"type": "string"}}"""),
        remove("an answer is gone", "/paths/~1payments~1{payNo}/get/responses/200"),
        remove("an error is gone", "/paths/~1payments/post/responses/409"),
        remove("a code of an error is gone", "/components/responses/NotFound/x-codes/A0404"),
        remove("the codes of an error are gone", "/components/responses/NotFound/x-codes"),
        remove("a cause is gone", "/paths/~1payments/post/responses/409/x-causes/DIFFERENT"),
        remove("a value of an answer is gone", "/components/schemas/PayStatus/enum/CLOSED"),
        set(
            "an answer is no JSON any more",
            "/components/responses/PayOrder/content",
            """
            {"application/xml": {"schema": {"type": "string"}}}"""),
        set("a path asks for another role", LIST + "/security", "[{\"bearer\": [\"refunds\"]}]"),
        set(
            "one of two roles may not call any more",
            READ + "/security",
            "[{\"bearer\": [\"ops\"]}]"),
        remove("an optional field of an answer is gone", ORDER + "/properties/paidAt"),
        set("a number has another form", "/components/schemas/PayNo/pattern", "\"^P[0-9]+$\""));
  }

  static List<Edit> additive() {
    return List.of(
        set(
            "a new path",
            "/paths/~1payments~1fees",
            """
            {"get": {"responses": {"200": {"description": "The fees."}}}}"""),
        set(
            "a new field of an answer",
            ORDER + "/properties/shop",
            """
            {"type": "string"}"""),
        set(
            "a new optional field of a request",
            CREATE + "/properties/shop",
            """
            {"type": "string"}"""),
        add(
            "a new optional parameter",
            LIST + "/parameters",
            """
            {"name": "shop", "in": "query", "schema": {"type": "string"}}"""),
        add("a field is always there now", ORDER + "/required", "\"subject\""),
        remove("a field of a request may be missing", CREATE + "/required/amount"),
        add("a new value in an answer", "/components/schemas/PayStatus/enum", "\"HELD\""),
        set(
            "a longer text of a request is accepted",
            "/components/schemas/CreateRefundRequest/properties/reason/maxLength",
            "160"),
        set(
            "a new kind of answer",
            "/paths/~1payments/post/responses/423",
            """
            {"description": "Locked."}"""),
        add("another role may call", LIST + "/security", "{\"bearer\": [\"refunds\"]}"),
        set("other words", ORDER + "/properties/subject/description", "\"The title.\""));
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void aBreakingChangeIsNoticed(Edit edit) {
    Comparison comparison = Comparison.ofOpenApi(document, edit.of(document));

    assertThat(comparison.isCompatible()).as(comparison.report()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("additive")
  void anAdditiveChangeIsFree(Edit edit) {
    Comparison comparison = Comparison.ofOpenApi(document, edit.of(document));

    assertThat(comparison.isCompatible()).as(comparison.report()).isTrue();
  }
}
