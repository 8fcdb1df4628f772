package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.DaemonThreads;
import com.yuge.payment.channelfakes.http.FaultBoard;
import com.yuge.payment.channelfakes.wechat.WechatBooks.Change;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Status;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Gives money back by the rules; a refund number never stands for two refunds. */
final class RefundService implements AutoCloseable {
  private final WechatBooks books;
  private final FaultBoard<String, WechatFaults> faults;
  private final Notifier notifier;
  private final Clock clock;
  private final DaemonThreads later = new DaemonThreads("fake-wechat-refunds", 2);

  RefundService(
      WechatBooks books, FaultBoard<String, WechatFaults> faults, Notifier notifier, Clock clock) {
    this.books = books;
    this.faults = faults;
    this.notifier = notifier;
    this.clock = clock;
  }

  WechatRefund refund(JsonNode json) {
    RefundRequest request = RefundRequest.read(json);
    WechatTrade trade =
        request
            .transactionId()
            .map(books::tradeOfTransaction)
            .orElse(request.outTradeNo())
            .flatMap(books::find)
            .orElseThrow(ApiError::noResource);
    WechatPayment payment =
        request
            .transactionId()
            .map(trade::payment)
            .orElseGet(trade::latest)
            .orElseThrow(() -> ApiError.request("订单未支付，不能退款"));
    if (request.outTradeNo().filter(named -> !named.equals(trade.outTradeNo())).isPresent()) {
      throw ApiError.request("订单号不一致");
    }
    return refund(trade.outTradeNo(), payment, request.of(payment));
  }

  private WechatRefund refund(String outTradeNo, WechatPayment payment, Wanted wanted) {
    RefundFaults fault = faults.of(outTradeNo).refunds();
    Change change =
        books
            .change(outTradeNo, trade -> take(trade, payment, wanted, fault))
            .orElseThrow(ApiError::noResource);
    Optional<WechatRefund> booked = change.after().refund(wanted.outRefundNo());
    if (booked.isPresent() && change.before().refund(wanted.outRefundNo()).isEmpty()) {
      announce(outTradeNo, booked.get());
      finishLater(wanted.outRefundNo(), fault);
    }
    return booked.orElseGet(() -> wanted.booked(Status.PROCESSING, 0, clock.instant()));
  }

  private WechatTrade take(
      WechatTrade trade, WechatPayment payment, Wanted wanted, RefundFaults fault) {
    Optional<WechatRefund> known = trade.refund(wanted.outRefundNo());
    if (known.isPresent() && known.get().wanted().isSameAs(wanted)) {
      return trade;
    }
    if (known.isPresent() || books.tradeOfRefund(wanted.outRefundNo()).isPresent()) {
      throw RefundRules.differs();
    }
    RefundRules.require(trade, payment, wanted);
    RefundRules.requireSpacing(trade, Duration.ofSeconds(fault.spacingSeconds()), clock.instant());
    return switch (fault.kind()) {
      case NONE -> book(trade, wanted, Status.SUCCESS, fault);
      case LATE -> book(trade, wanted, Status.PROCESSING, fault);
      case ABNORMAL -> book(trade, wanted, Status.ABNORMAL, fault);
      case CLOSED -> book(trade, wanted, Status.CLOSED, fault);
      case FORGOTTEN -> trade;
      case REFUSED -> throw ApiError.request("业务规则限制，不能退款");
      case NOT_ENOUGH -> throw new ApiError(403, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起");
    };
  }

  private WechatTrade book(WechatTrade trade, Wanted wanted, Status status, RefundFaults fault) {
    return trade.with(wanted.booked(status, fault.doneAtQuery(), clock.instant()));
  }

  WechatRefund query(String outRefundNo) {
    return change(outRefundNo, (trade, refund) -> refund.queried(clock.instant()))
        .orElseThrow(ApiError::noResource);
  }

  /** Decides a refund in any state, if the payment has the money; empty if there is none. */
  Optional<WechatRefund> decide(String outRefundNo, Status status) {
    return change(
        outRefundNo,
        (trade, refund) -> {
          RefundRules.requireCovered(trade, refund, status);
          return refund.become(status, clock.instant());
        });
  }

  private Optional<WechatRefund> change(
      String outRefundNo, BiFunction<WechatTrade, WechatRefund, WechatRefund> update) {
    Optional<Change> change =
        books
            .tradeOfRefund(outRefundNo)
            .flatMap(
                outTradeNo ->
                    books.change(
                        outTradeNo,
                        trade -> trade.change(outRefundNo, refund -> update.apply(trade, refund))));
    change.ifPresent(made -> tellNews(made, outRefundNo));
    return change.flatMap(made -> made.after().refund(outRefundNo));
  }

  private void tellNews(Change change, String outRefundNo) {
    WechatRefund before = change.before().refund(outRefundNo).orElseThrow();
    WechatRefund after = change.after().refund(outRefundNo).orElseThrow();
    if (before.status() != after.status()) {
      announce(change.after().outTradeNo(), after);
    }
  }

  private void announce(String outTradeNo, WechatRefund refund) {
    if (refund.status() != Status.PROCESSING && refund.wanted().notifyUrl() != null) {
      notifier.begin(
          new DueRefundNotification(outTradeNo, refund.outRefundNo(), refund.notification().id()));
    }
  }

  private void finishLater(String outRefundNo, RefundFaults fault) {
    if (fault.kind() == RefundFaults.Kind.LATE && fault.doneAfterMillis() > 0) {
      var unused =
          later.schedule(() -> finish(outRefundNo), fault.doneAfterMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void finish(String outRefundNo) {
    var unused =
        change(
            outRefundNo,
            (trade, refund) ->
                refund.status() == Status.PROCESSING
                    ? refund.become(Status.SUCCESS, clock.instant())
                    : refund);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
