package com.yuge.payment.in.ops;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.InspectStatements;
import com.yuge.payment.domain.statement.OperateStatements;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The channels' statements, for operators. */
@RestController
@RequestMapping("${management.endpoints.web.base-path:/actuator}/statements")
final class StatementsController {
  private static final String ID = "/{id:[0-9]{1,18}}";
  private static final Grammar STATE =
      Grammar.of("state", "statement-state", "WAITING|FETCHED|PARSED|MATCHED|EMPTY|FAILED");
  private static final Grammar BEFORE = Grammar.of("before", "id", "[0-9]{1,18}");
  private static final Grammar LIMIT = Grammar.of("limit", "page", "[0-9]{1,4}");

  private final InspectStatements inspect;
  private final OperateStatements operate;

  StatementsController(InspectStatements inspect, OperateStatements operate) {
    this.inspect = inspect;
    this.operate = operate;
  }

  @GetMapping
  List<StatementResponse> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "999999999999999999") String before,
      @RequestParam(defaultValue = "100") String limit) {
    return InvalidRequest.unless(
            () ->
                inspect.list(
                    state == null ? null : StatementState.valueOf(STATE.require(state)),
                    Long.parseLong(BEFORE.require(before)),
                    Integer.parseInt(LIMIT.require(limit))))
        .stream()
        .map(StatementResponse::of)
        .toList();
  }

  @GetMapping(ID)
  StatementResponse find(@PathVariable long id) {
    return found(inspect.find(id));
  }

  @PostMapping(path = ID + "/fetch-again", consumes = MediaType.APPLICATION_JSON_VALUE)
  StatementResponse fetchAgain(
      @PathVariable long id, @RequestBody(required = false) @Nullable OperatorReason reason) {
    OperatorReason why = InvalidRequest.requireBody(reason);
    return found(InvalidRequest.unless(() -> operate.fetchAgain(id, why)));
  }

  // ResponseEntity.of would have no body where the header Accept cannot be read.
  private static StatementResponse found(Optional<Statement> statement) {
    return statement
        .map(StatementResponse::of)
        .orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_PATH));
  }
}
