package com.yuge.payment.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** An event is handled once, or not at all. */
class EventInboxTest {
  private final ShopDatabase shop = new ShopDatabase();
  private final EventInbox inbox = new EventInbox(shop.source, shop.transaction, "shop");
  private final PaymentEvent event = Golden.of(PaymentEventTag.PAYMENT_SUCCEEDED).read();

  @Test
  void aRepeatDoesNotReachTheHandler() {
    assertThat(inbox.handleOnce(event, shop::handle)).isTrue();
    assertThat(inbox.handleOnce(event, shop::handle)).isFalse();

    assertThat(shop.handled()).isOne();
    assertThat(shop.logged()).isOne();
  }

  @Test
  void twoGroupsHandleTheSameEventOnceEach() {
    EventInbox other = new EventInbox(shop.source, shop.transaction, "stock");

    assertThat(inbox.handleOnce(event, shop::handle)).isTrue();
    assertThat(other.handleOnce(event, shop::handle)).isTrue();

    assertThat(shop.handled()).isEqualTo(2);
  }

  @Test
  void anExceptionOfTheHandlerLeavesNothingBehindSoThatTheEventCanBeHandledLater() {
    assertThatThrownBy(
            () ->
                inbox.handleOnce(
                    event,
                    told -> {
                      shop.handle(told);
                      throw new IllegalArgumentException("no such order");
                    }))
        .hasMessage("no such order");
    assertThat(shop.handled()).isZero();
    assertThat(shop.logged()).isZero();

    assertThat(inbox.handleOnce(event, shop::handle)).isTrue();
  }

  @Test
  void aDuplicateKeyOfTheHandlersOwnTablesIsNoDuplicateOfTheEvent() {
    shop.jdbc.sql("CREATE UNIQUE INDEX uk_handled ON t_handled (event_id)").update();
    shop.handle(event);

    assertThatThrownBy(() -> inbox.handleOnce(event, shop::handle))
        .isInstanceOf(DuplicateKeyException.class);

    assertThat(shop.logged()).isZero();
  }

  @Test
  void theLogSaysWhatWasConsumedWhen() {
    assertThat(inbox.handleOnce(event, shop::handle)).isTrue();

    assertThat(
            shop.jdbc
                .sql(
                    """
                    SELECT CONCAT_WS(' ', consumer_group, event_id, tag, order_no, trace_id)
                    FROM t_mq_consume_log WHERE consumed_at <= CURRENT_TIMESTAMP(6)
                    """)
                .query(String.class)
                .list())
        .containsExactly(
            "shop PAY20261122120000123000000000142-2 PAYMENT_SUCCEEDED ORD1"
                + " 4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void aStatementIsLoggedUnderItsKeyBecauseItIsAboutNoOrder() {
    PaymentEvent statement = Golden.of(PaymentEventTag.STATEMENT_MATCHED).read();

    assertThat(inbox.handleOnce(statement, shop::handle)).isTrue();
    assertThat(inbox.handleOnce(statement, shop::handle)).isFalse();

    assertThat(
            shop.jdbc
                .sql("SELECT CONCAT_WS(' ', event_id, tag, order_no) FROM t_mq_consume_log")
                .query(String.class)
                .list())
        .containsExactly("STATEMENT-7-1 STATEMENT_MATCHED STATEMENT-7");
    assertThat(shop.handled()).isZero();
  }

  @Test
  void transactionsOfAnotherDatabaseAreRefused() {
    EventInbox wrong = new EventInbox(shop.source, new ShopDatabase().transaction, "shop");

    assertThatIllegalStateException().isThrownBy(() -> wrong.handleOnce(event, shop::handle));

    assertThat(shop.handled()).isZero();
    assertThat(shop.logged()).isZero();
  }
}
