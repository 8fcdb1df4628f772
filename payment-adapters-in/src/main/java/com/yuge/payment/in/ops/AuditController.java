package com.yuge.payment.in.ops;

import com.yuge.payment.domain.audit.InspectAudit;
import com.yuge.payment.domain.audit.Violation.State;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.in.web.InvalidRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what the audit of the service's own data found. */
@RestController
@RequestMapping("${management.endpoints.web.base-path:/actuator}/audit")
final class AuditController {
  private static final Grammar STATE = Grammar.of("state", "violation-state", "OPEN|RESOLVED");
  private static final Grammar AFTER = Grammar.of("after", "id", "[0-9]{1,18}");
  private static final Grammar LIMIT = Grammar.of("limit", "page", "[0-9]{1,4}");

  private final InspectAudit inspect;

  AuditController(InspectAudit inspect) {
    this.inspect = inspect;
  }

  @GetMapping
  AuditStateResponse state() {
    return AuditStateResponse.of(inspect.state());
  }

  @GetMapping("/violations")
  List<ViolationResponse> list(
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = "100") String limit) {
    return InvalidRequest.unless(
            () ->
                inspect.list(
                    State.valueOf(STATE.require(state)),
                    Long.parseLong(AFTER.require(after)),
                    Integer.parseInt(LIMIT.require(limit))))
        .stream()
        .map(ViolationResponse::of)
        .toList();
  }

  @PostMapping(
      path = "/violations/{id:[0-9]{1,18}}/resolve",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Changed resolve(
      @PathVariable long id, @RequestBody(required = false) @Nullable OperatorReason reason) {
    return new Changed(inspect.resolve(id, InvalidRequest.requireBody(reason)));
  }
}
