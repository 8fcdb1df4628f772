package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;

/** Creates the use cases of refunds, a new object at each call. */
public record RefundUseCases(
    RefundPorts ports,
    Stores stores,
    Channels channels,
    Transactions transactions,
    Randomness randomness,
    LateRefunds late,
    Clock clock) {
  /** The ports from which the job and the operators read. */
  public record Stores(DueRefunds due, RefundReports reports) {}

  public CreateRefund createRefund() {
    return new CreateRefund(
        ports, channels, write(), processRefund(), transactions, numbers(), clock);
  }

  public ProcessRefund processRefund() {
    BeginRefundCall begin = new BeginRefundCall(ports, channels, transactions, clock);
    return new ProcessRefund(channels, begin, applyRefundAnswer());
  }

  public ApplyRefundAnswer applyRefundAnswer() {
    return new ApplyRefundAnswer(ports, write(), transactions, clock);
  }

  /**
   * The claims of the job.
   *
   * @param hold how long no other instance gets the claimed refunds: longer than a call takes
   */
  public ClaimDueRefunds claimDueRefunds(Duration hold) {
    return new ClaimDueRefunds(stores.due(), hold);
  }

  public RequestRefundCheck requestRefundCheck() {
    return new RequestRefundCheck(ports, processRefund(), write(), transactions, clock);
  }

  public CancelRefund cancelRefund() {
    return new CancelRefund(ports, write(), transactions, clock);
  }

  public ResolveRefund resolveRefund() {
    return new ResolveRefund(ports, processRefund(), write(), transactions, clock);
  }

  public RefundLateSuccess refundLateSuccess() {
    return new RefundLateSuccess(write(), late, numbers(), clock);
  }

  public FindRefund findRefund() {
    return new FindRefund(ports.refunds(), ports.orders());
  }

  public InspectRefunds inspectRefunds() {
    return new InspectRefunds(stores.reports(), clock);
  }

  private RefundNumbers numbers() {
    return new RefundNumbers(randomness, clock.getZone());
  }

  private WriteRefund write() {
    return new WriteRefund(ports, transactions);
  }
}
