package com.yuge.payment.in.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import com.yuge.payment.domain.shared.Money;
import tools.jackson.databind.JsonNode;

/** Amounts are written with two decimals, which no keyword of JSON Schema asks for. */
final class MoneyFormat implements Format {
  @Override
  public String getName() {
    return "decimal";
  }

  @Override
  public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
    return !value.isNumber() || value.decimalValue().scale() == Money.DECIMALS;
  }
}
