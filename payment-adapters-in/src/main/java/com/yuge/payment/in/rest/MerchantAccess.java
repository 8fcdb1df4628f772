package com.yuge.payment.in.rest;

import com.yuge.payment.domain.order.FindParties;
import com.yuge.payment.domain.refund.FindRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.MerchantNo;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.Caller;
import com.yuge.payment.in.web.ErrorCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hides other merchants' orders from a client that is bound to some merchants. The number in the
 * path decides before any controller runs: another merchant's order gets the same 404 as an order
 * that does not exist. An endpoint without such a number is refused. So a new endpoint is closed to
 * these clients until somebody opens it here.
 */
final class MerchantAccess implements HandlerInterceptor {
  private final FindParties parties;
  private final FindRefund refunds;

  MerchantAccess(FindParties parties, FindRefund refunds) {
    this.parties = parties;
    this.refunds = refunds;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Caller caller = Caller.of(request);
    if (caller.isBound() && isCall(request, handler) && !creates(request)) {
      require(caller, variables(request));
    }
    return true;
  }

  // False for a file, an unknown path and the response to an earlier error.
  private static boolean isCall(HttpServletRequest request, Object handler) {
    return handler instanceof HandlerMethod
        && request.getDispatcherType() == DispatcherType.REQUEST;
  }

  // The merchant of a new order is in its body.
  private static boolean creates(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod())
        && PayOrderController.PAY_ORDERS.equals(
            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  private void require(Caller caller, Map<?, ?> variables) {
    Object payNo = variables.get("payNo");
    Object orderNo = variables.get("orderNo");
    Object refundNo = variables.get("refundNo");
    if (payNo != null) {
      require(caller, parties.of(new PayNo(payNo.toString())), ErrorCode.NO_SUCH_ORDER);
    } else if (orderNo != null) {
      require(caller, parties.of(new OrderNo(orderNo.toString())), ErrorCode.NO_SUCH_ORDER);
    } else if (refundNo != null) {
      require(caller, ofRefund(new RefundNo(refundNo.toString())), ErrorCode.NO_SUCH_REFUND);
    } else {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
  }

  private Optional<Parties> ofRefund(RefundNo refundNo) {
    return refunds.byRefundNo(refundNo).map(Refund::terms).flatMap(at -> parties.of(at.payNo()));
  }

  private static void require(Caller caller, Optional<Parties> found, ErrorCode none) {
    MerchantNo merchant = found.map(Parties::merchantNo).orElse(null);
    if (merchant == null || !caller.merchants().contains(merchant)) {
      throw new ApiException(none);
    }
  }

  private static Map<?, ?> variables(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? variables
        : Map.of();
  }
}
