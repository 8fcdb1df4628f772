package com.yuge.payment.in.rest;

import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.refund.FindRefund;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.PayNo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the responses with refunds. */
final class RefundAnswers {
  private final FindRefund find;
  private final InspectRefunds inspect;
  private final RefundMapper mapper;
  private final Function<HttpServletRequest, MappingContext> contexts;

  RefundAnswers(
      FindRefund find,
      InspectRefunds inspect,
      RefundMapper mapper,
      Function<HttpServletRequest, MappingContext> contexts) {
    this.find = find;
    this.inspect = inspect;
    this.mapper = mapper;
    this.contexts = contexts;
  }

  RefundResponse one(Refund refund, HttpServletRequest request) {
    PayOrderDetails order = find.order(refund.terms().payNo());
    return response(refund, RefundedOrder.of(order, refund), request);
  }

  List<RefundResponse> ofOrder(PayNo payNo, List<Refund> refunds, HttpServletRequest request) {
    PayOrderDetails order = find.order(payNo);
    return refunds.stream()
        .map(refund -> response(refund, RefundedOrder.of(order, refund), request))
        .toList();
  }

  /** Refunds of any orders. The orders are not read, so a page costs one query. */
  List<RefundResponse> page(List<Refund> refunds, HttpServletRequest request) {
    return refunds.stream().map(refund -> response(refund, null, request)).toList();
  }

  private RefundResponse response(
      Refund refund, @Nullable RefundedOrder order, HttpServletRequest request) {
    return mapper.response(refund, inspect.isOverdue(refund), order, contexts.apply(request));
  }
}
