package com.yuge.payment.in.ops;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.statement.Discrepancy.State;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.InspectStatements;
import com.yuge.payment.domain.statement.OperateStatements;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators where the channels' statements and our books differ. */
@RestController
@RequestMapping("${management.endpoints.web.base-path:/actuator}/statements/discrepancies")
final class DiscrepanciesController {
  private static final String ID = "/{id:[0-9]{1,18}}";
  private static final Grammar STATE = Grammar.of("state", "violation-state", "OPEN|RESOLVED");
  private static final Grammar TYPE =
      Grammar.of(
          "type",
          "discrepancy-type",
          Arrays.stream(DiscrepancyType.values()).map(Enum::name).collect(Collectors.joining("|")));
  private static final Grammar AFTER = Grammar.of("after", "id", "[0-9]{1,18}");
  private static final Grammar LIMIT = Grammar.of("limit", "page", "[0-9]{1,4}");

  private final InspectStatements inspect;
  private final OperateStatements operate;

  DiscrepanciesController(InspectStatements inspect, OperateStatements operate) {
    this.inspect = inspect;
    this.operate = operate;
  }

  @GetMapping
  List<DiscrepancyResponse> list(
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String payNo,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = "100") String limit) {
    return InvalidRequest.unless(
            () ->
                inspect.discrepancies(
                    new DiscrepancyFilter(
                        State.valueOf(STATE.require(state)),
                        type == null ? null : DiscrepancyType.valueOf(TYPE.require(type)),
                        channel == null ? null : new PayChannel(channel),
                        payNo == null ? null : PayNo.GRAMMAR.require(payNo)),
                    Long.parseLong(AFTER.require(after)),
                    Integer.parseInt(LIMIT.require(limit))))
        .stream()
        .map(DiscrepancyResponse::of)
        .toList();
  }

  @GetMapping(ID)
  DiscrepancyDetails find(@PathVariable long id) {
    return inspect
        .discrepancy(id)
        .map(found -> DiscrepancyDetails.of(found, inspect.changes(id)))
        .orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_PATH));
  }

  @PostMapping(path = ID + "/resolve", consumes = MediaType.APPLICATION_JSON_VALUE)
  Changed resolve(
      @PathVariable long id, @RequestBody(required = false) @Nullable ResolveRequest body) {
    ResolveRequest asked = InvalidRequest.requireBody(body);
    return InvalidRequest.unless(() -> new Changed(operate.resolve(id, asked.how(), asked.why())));
  }

  @PostMapping(path = ID + "/reopen", consumes = MediaType.APPLICATION_JSON_VALUE)
  Changed reopen(
      @PathVariable long id, @RequestBody(required = false) @Nullable OperatorReason reason) {
    return new Changed(operate.reopen(id, InvalidRequest.requireBody(reason)));
  }
}
