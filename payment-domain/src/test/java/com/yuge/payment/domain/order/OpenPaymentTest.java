package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenPaymentTest {
  private static final Payer PAYER = new Payer("payer-1", "192.0.2.1");

  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder order = payments.given(aPayOrder());

  @Test
  void theChannelOpensItAndTheAddressIsStored() {
    OpenResult result = open(order);

    PayOrder stored = payments.now(order);
    assertThat(result).isEqualTo(new OpenResult.Begun(stored, true));
    assertThat(stored.status()).isEqualTo(PayStatus.PAYING);
    assertThat(stored.payUrl()).hasToString("http://cashier.test/" + order.payNo());
    assertThat(stored.version()).isEqualTo(2);
    assertThat(payments.channel.opened()).containsExactly(stored.trade());
  }

  /** Seen from another thread, so that only what is committed shows. */
  @Test
  void payingIsCommittedBeforeTheChannelIsAsked() {
    List<PayOrder> seen = new ArrayList<>();
    payments.channel.beforeAnswer(
        () -> seen.addAll(Race.of(1, () -> payments.now(order)).answers()));

    assertThat(open(order)).isInstanceOf(OpenResult.Begun.class);

    assertThat(seen).containsExactly(begun());
  }

  @Test
  void aChannelThatIsAwayLeavesItPayingAndARepeatOpensIt() {
    payments.channel.goAway(true);
    assertThatThrownBy(() -> open(order)).isInstanceOf(ChannelUnavailable.class);
    assertThat(payments.now(order)).isEqualTo(begun());

    payments.channel.goAway(false);
    assertThat(open(order).order().payUrl()).isNotNull();
    assertThat(payments.now(order).status()).isEqualTo(PayStatus.PAYING);
  }

  @Test
  void theTermsAreKeptBeforeTheChannelIsTold() {
    PayOrder opened = open(order).order();

    assertThat(opened.terms())
        .isEqualTo(
            new OpenTerms(
                payments.channel.account(OpenOptions.USUAL),
                PAYER,
                SUBJECT,
                NOW,
                order.expireAt()));
    assertThat(payments.channel.opened())
        .containsExactly(
            new Trade(
                order.payNo(),
                order.amount(),
                SUBJECT,
                order.expireAt(),
                payments.channel.account(OpenOptions.USUAL),
                PAYER));
  }

  @Test
  void aSubjectOfTheOrdersOwnIsWhatThePayerReads() {
    Subject own = new Subject("three tickets");
    PayOrder asked = payments.given(aPayOrder(anOrderNo(), own));

    assertThat(open(asked).order().trade().subject()).isEqualTo(own);
    assertThat(payments.channel.opened()).extracting(Trade::subject).containsExactly(own);
  }

  @Test
  void aReopeningTellsTheChannelTheFirstTerms() {
    payments.channel.goAway(true);
    assertThatThrownBy(() -> open(order)).isInstanceOf(ChannelUnavailable.class);
    OpenTerms first = payments.now(order).terms();
    payments.channel.goAway(false);
    payments.clock.advance(Duration.ofMinutes(1));

    OpenResult result =
        payments
            .open
            .handle(order.payNo(), new OpenOptions(null, new Payer("payer-2", "2001:db8::1")))
            .orElseThrow();

    assertThat(result.order().terms()).isEqualTo(first);
    assertThat(payments.channel.opened()).containsExactly(begun().trade());
  }

  @Test
  void aRepeatHasTheStoredAddressWithoutAskingAgain() {
    OpenResult first = open(order);

    assertThat(open(order)).isEqualTo(new OpenResult.Begun(first.order(), false));

    assertThat(payments.channel.opened()).hasSize(1);
  }

  @Test
  void whoeverStoresAnAddressFirstWins() {
    payments.channel.beforeAnswer(
        () ->
            payments.store.run(
                () -> payments.orders.advance(payments.now(order).openedAt(CASHIER, NOW))));

    assertThat(open(order)).isEqualTo(new OpenResult.Begun(payments.now(order), false));

    assertThat(payments.now(order).payUrl()).isEqualTo(CASHIER);
  }

  @Test
  void manyAtOnceGetOneAddress() {
    Race<OpenResult> race = Race.of(8, () -> open(order));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).extracting(OpenResult::order).containsOnly(payments.now(order));
  }

  @Test
  void whatWasPaidMeanwhileIsRefused() {
    payments.channel.beforeAnswer(
        () ->
            assertThat(payments.apply.handle(success(order, "T1"), AuditEntry.Action.NOTIFY))
                .isPresent());

    assertThat(open(order)).isEqualTo(new OpenResult.Refused(payments.now(order)));

    assertThat(payments.now(order).status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.now(order).payUrl()).isNull();
  }

  @Test
  void whatWasClosedMeanwhileIsClosedAtTheChannelToo() {
    payments.channel.beforeAnswer(
        () -> {
          payments.channel.beforeAnswer(() -> {});
          payments.store.run(
              () -> payments.orders.advance(payments.now(order).close("EXPIRED", NOW).order()));
        });

    assertThat(open(order)).isEqualTo(new OpenResult.Refused(payments.now(order)));

    assertThat(payments.channel.asked()).containsExactly("close");
    assertThat(payments.now(order).payUrl()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void whatHasEndedIsRefusedWithoutAskingTheChannel(PayStatus status) {
    PayOrder ended = payments.given(aPayOrder(status));

    assertThat(open(ended)).isEqualTo(new OpenResult.Refused(ended));

    assertThat(payments.channel.opened()).isEmpty();
  }

  @Test
  void whatHasExpiredIsRefusedWithoutAskingTheChannel() {
    payments.clock.advance(TIME_TO_PAY);

    assertThat(open(order)).isEqualTo(new OpenResult.Refused(order));

    assertThat(payments.channel.opened()).isEmpty();
    assertThat(payments.now(order)).isEqualTo(order);
  }

  @Test
  void anUnknownOrderIsNothing() {
    assertThat(payments.open.handle(aPayNo(), OpenOptions.USUAL)).isEmpty();
  }

  @Test
  void anOrderOfAChannelThatIsNotConfiguredStaysAsItIs() {
    PayOrder like = aPayOrder();
    PayOrder alipay =
        payments.given(
            PayOrder.create(
                like.payNo(),
                new PayRequest(
                    like.orderNo(), like.amount(), TestChannels.ALIPAY, null, Parties.UNSAID),
                NOW,
                like.expireAt()));

    assertThatThrownBy(() -> open(alipay)).isInstanceOf(ChannelUnavailable.class);

    assertThat(payments.now(alipay)).isEqualTo(alipay);
  }

  @Test
  void aStoreThatFailsBeforeTheCallKeepsTheChannelOutOfIt() {
    payments.watch.breaks("PayOrders.advance");

    assertThatThrownBy(() -> open(order)).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.channel.opened()).isEmpty();
    assertThat(payments.now(order)).isEqualTo(order);
  }

  @Test
  void theFirstProductStays() {
    OpenOptions page = new OpenOptions("PAGE", PAYER);
    PayOrder opened = open(order, page).order();

    assertThat(open(order, new OpenOptions("QR", PAYER)))
        .isEqualTo(new OpenResult.Different(opened));
    assertThat(open(order, OpenOptions.USUAL)).isEqualTo(new OpenResult.Begun(opened, false));
    assertThat(payments.now(order)).isEqualTo(opened);
  }

  @Test
  void whatThePayersBrowserOpensHasNoStoredAddressAndIsToldAnewEachTime() {
    PayOrder opened = open(order, new OpenOptions("PAGE", PAYER)).order();

    assertThat(opened.status()).isEqualTo(PayStatus.PAYING);
    assertThat(opened.payUrl()).isNull();
    assertThat(payments.open.action(opened, new ReturnUrl("https://shop.test/done")))
        .isEqualTo(
            PayerAction.redirect(
                "http://page.test/" + order.payNo() + "?return=https://shop.test/done"));
  }

  @Test
  void aProductThatTheChannelDoesNotHaveChangesNothing() {
    OpenResult result = open(order, new OpenOptions("JSAPI", PAYER));

    assertThat(result).isInstanceOf(OpenResult.Invalid.class);
    assertThat(((OpenResult.Invalid) result).why().field()).isEqualTo("product");
    assertThat(payments.channel.opened()).isEmpty();
    assertThat(payments.now(order)).isEqualTo(order);
  }

  @Test
  void theChannelStopsTakingMoneyBeforeTheOrderExpires() {
    payments.channel.limitsTo(ChannelLimits.upTo(PRICE));

    PayOrder opened = open(order).order();

    assertThat(opened.trade().expireAt()).isEqualTo(order.expireAt().minusSeconds(30));
  }

  @Test
  void aPayerWhoHasTooLittleTimeLeftIsNotLetIn() {
    payments.channel.limitsTo(ChannelLimits.upTo(PRICE));
    payments.clock.advance(Duration.between(NOW, order.expireAt().minusSeconds(91)));
    assertThat(open(order)).isInstanceOf(OpenResult.Begun.class);

    payments.clock.advance(Duration.ofSeconds(1));

    assertThat(open(order)).isInstanceOf(OpenResult.Refused.class);
  }

  private PayOrder begun() {
    OpenTerms terms =
        new OpenTerms(
            payments.channel.account(OpenOptions.USUAL), PAYER, SUBJECT, NOW, order.expireAt());
    return order.open(terms, NOW).order();
  }

  private OpenResult open(PayOrder which) {
    return open(which, new OpenOptions(null, PAYER));
  }

  private OpenResult open(PayOrder which, OpenOptions options) {
    return payments.open.handle(which.payNo(), options).orElseThrow();
  }
}
