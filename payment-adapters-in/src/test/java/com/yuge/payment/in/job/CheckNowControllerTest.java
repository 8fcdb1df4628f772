package com.yuge.payment.in.job;

import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.in.job.CheckNowController.Checked;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.InvalidRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CheckNowControllerTest {
  private static final OperatorReason REASON = new OperatorReason("li", "payer calls");

  private final InMemoryPayments payments = new InMemoryPayments();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CheckNowController controller =
      new CheckNowController(
          payments.useCases.requestCheck(),
          new CheckPayOrder(
              payments.reconcile,
              new JobMetrics("reconcile", ObservationRegistry.NOOP, meters),
              meters),
          payments.find);
  private final PayOrder order = payments.given(aPayOrder());

  @Test
  void theResultOfTheCheckIsAnswered() {
    payments.clock.advance(TIME_TO_PAY);

    assertThat(check(REASON)).isEqualTo(new Checked(order.payNo().value(), "CLOSED", "CLOSED"));
    assertThat(check(REASON)).isEqualTo(new Checked(order.payNo().value(), "UNPAID", "CLOSED"));
    assertThat(payments.channel.asked()).containsExactly("query", "close", "query");
    assertThat(meters.get("payment.reconcile.checks").tag("result", "CLOSED").counter().count())
        .isEqualTo(1);
  }

  @Test
  void whoAskedAndWhyIsOnRecordBeforeWhatWasFound() {
    payments.clock.advance(TIME_TO_PAY);
    Checked unused = check(REASON);

    assertThat(payments.store.audits())
        .extracting(AuditEntry::result, AuditEntry::detail)
        .first()
        .hasToString("(\"REQUESTED\", \"by li: payer calls\")");
    assertThat(payments.store.audits()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"by\":\"li\"}", "{\"by\":\"li\",\"reason\":\" \"}"})
  void nobodyIsNotAnOperator(String body) throws Exception {
    MockMvcBuilders.standaloneSetup(controller)
        .build()
        .perform(
            MockMvcRequestBuilders.post("/payments/" + order.payNo() + "/reconcile")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().isBadRequest());
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void noBodyIsNoOperator() {
    assertThatThrownBy(() -> controller.checkNow(order.payNo(), null))
        .isInstanceOf(InvalidRequest.class);
  }

  @Test
  void anUnknownOrderIsNotFound() {
    assertThatThrownBy(
            () -> controller.checkNow(new PayNo("PAY20240101123000123000000000099"), REASON))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void aStoreThatIsAwayIsTold() {
    payments.watch.breaks("PayOrders.find", new StoreUnavailable("away", new Exception("test")));

    assertThatThrownBy(() -> check(REASON)).isInstanceOf(StoreUnavailable.class);
  }

  private Checked check(OperatorReason reason) {
    return Objects.requireNonNull(
        Objects.requireNonNull(controller.checkNow(order.payNo(), reason).getBody()).data());
  }
}
