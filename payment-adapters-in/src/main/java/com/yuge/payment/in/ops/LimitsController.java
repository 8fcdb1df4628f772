package com.yuge.payment.in.ops;

import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.InspectLimits;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.in.ops.LimitResponse.UsageResponse;
import com.yuge.payment.in.web.InvalidRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Limits of users and merchants, for operators. */
@RestController
@RequestMapping("${management.endpoints.web.base-path:/actuator}/limits/{scope:USER|MERCHANT}")
final class LimitsController {
  private static final String SUBJECT = "/{subject:\\*|[A-Za-z0-9_-]{1,32}}";
  private static final Grammar AFTER = LimitSubject.GRAMMAR.of("after");
  private static final Grammar PAGE = Grammar.of("limit", "page", "[0-9]{1,4}");

  private final InspectLimits inspect;
  private final ChangeLimits change;

  LimitsController(InspectLimits inspect, ChangeLimits change) {
    this.inspect = inspect;
    this.change = change;
  }

  @GetMapping
  List<LimitResponse> list(
      @PathVariable LimitScope scope,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") String limit) {
    return InvalidRequest.unless(
            () ->
                inspect.after(
                    scope,
                    after.isEmpty() ? after : AFTER.require(after),
                    Integer.parseInt(PAGE.require(limit))))
        .stream()
        .map(LimitResponse::of)
        .toList();
  }

  @GetMapping(SUBJECT)
  UsageResponse today(@PathVariable LimitScope scope, @PathVariable String subject) {
    return UsageResponse.of(inspect.today(new LimitSubject(scope, subject)));
  }

  @PutMapping(path = SUBJECT, consumes = MediaType.APPLICATION_JSON_VALUE)
  LimitResponse put(
      @PathVariable LimitScope scope,
      @PathVariable String subject,
      @RequestBody(required = false) @Nullable LimitRequest body) {
    LimitRequest asked = InvalidRequest.requireBody(body);
    return InvalidRequest.unless(
        () ->
            LimitResponse.of(
                change.put(new LimitSubject(scope, subject), asked.terms(), asked.why())));
  }

  @DeleteMapping(SUBJECT)
  Changed remove(
      @PathVariable LimitScope scope,
      @PathVariable String subject,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String reason) {
    OperatorReason why = InvalidRequest.unless(() -> new OperatorReason(by, reason));
    return new Changed(change.remove(new LimitSubject(scope, subject), why));
  }
}
