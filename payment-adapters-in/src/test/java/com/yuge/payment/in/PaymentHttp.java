package com.yuge.payment.in;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.in.callback.CallbackConfiguration;
import com.yuge.payment.in.contract.MockExchange;
import com.yuge.payment.in.rest.RestConfiguration;
import com.yuge.payment.in.security.SecurityConfiguration;
import com.yuge.payment.out.channel.mock.MockCallbackConfiguration;
import jakarta.servlet.Filter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The service as its callers meet it. */
public final class PaymentHttp implements AutoCloseable {
  public static final String SECRET = "ymall-payment-secret-key-2024";

  private final AnnotationConfigWebApplicationContext context;
  private final MockMvc mvc;

  /** Spring MVC and Security as Spring Boot has them, without the application's own settings. */
  @ImportAutoConfiguration({
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Mvc {}

  private PaymentHttp(AnnotationConfigWebApplicationContext context) {
    this.context = context;
    this.mvc = MockMvcBuilders.webAppContextSetup(context).addFilters(filters(context)).build();
  }

  private static Filter[] filters(AnnotationConfigWebApplicationContext context) {
    return context
        .getBeanProvider(AbstractFilterRegistrationBean.class)
        .orderedStream()
        .map(registration -> requireNonNull(registration.getFilter()))
        .toArray(Filter[]::new);
  }

  /** With the settings of development: no replay window, the walk-through's secret. */
  public static PaymentHttp start(String... properties) {
    return startWith(InMemoryService.class, properties);
  }

  /** The same with more beans. */
  public static PaymentHttp startWith(Class<?> more, String... properties) {
    AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    TestPropertyValues.of(
            "payment.callback-secret=" + SECRET,
            "payment.callback.max-skew=0",
            "payment.mock.signature-endpoint=true")
        .and(properties)
        .applyTo(context);
    context.setServletContext(new MockServletContext());
    context.register(
        Mvc.class,
        InMemoryService.class,
        more,
        RestConfiguration.class,
        CallbackConfiguration.class,
        MockCallbackConfiguration.class,
        SecurityConfiguration.class);
    context.refresh();
    return new PaymentHttp(context);
  }

  public Answer perform(MockHttpServletRequestBuilder request) throws Exception {
    MvcResult result = mvc.perform(request).andReturn();
    MockExchange.check(result);
    return Answer.of(result.getResponse());
  }

  public Answer get(String path) throws Exception {
    return perform(MockMvcRequestBuilders.get(path));
  }

  public Answer post(String path, String json) throws Exception {
    return perform(
        MockMvcRequestBuilders.post(path).contentType(MediaType.APPLICATION_JSON).content(json));
  }

  public Answer pay(String payNo) throws Exception {
    return perform(MockMvcRequestBuilders.post("/payments/" + payNo + "/pay"));
  }

  /** The number of a new pay order of 99.90. */
  public String created(String orderNo) throws Exception {
    return post("/payments", Json.order(orderNo, "99.90")).isOk().payNo();
  }

  public PayOrder order(String payNo) {
    return ports().orders().orders().find(new PayNo(payNo)).orElseThrow();
  }

  /** As reconciliation would, once nobody paid in time. */
  public void close(String payNo) {
    PayOrder closed = order(payNo).close("EXPIRED", clock().instant()).order();
    ports().transactions().run(() -> ports().orders().orders().advance(closed));
  }

  private PaymentPorts ports() {
    return bean(PaymentUseCases.class).ports();
  }

  public ApplyChannelResult apply() {
    return bean(PaymentUseCases.class).applyChannelResult();
  }

  /** The channel says that this trade paid the order; null for an amount that it does not say. */
  public void paid(String payNo, String tradeNo, @Nullable String amount) {
    Money money = amount == null ? null : Money.cny(new BigDecimal(amount));
    ChannelResult result =
        new ChannelResult(new PayNo(payNo), Status.SUCCESS, new TradeNo(tradeNo), money, null);
    assertThat(apply().handle(result, Action.QUERY)).isPresent();
  }

  /** Whose payment that trade of the MOCK channel is. */
  public Answer trade(String tradeNo) throws Exception {
    return perform(
        MockMvcRequestBuilders.get("/payments/trade")
            .queryParam("channel", "MOCK")
            .queryParam("tradeNo", tradeNo));
  }

  public SettableClock clock() {
    return bean(SettableClock.class);
  }

  public InMemoryStore store() {
    return bean(InMemoryStore.class);
  }

  /** The line of the callback log that was written last. */
  public CallbackRecord lastLogged() {
    List<CallbackRecord> lines = store().callbacks();
    return lines.get(lines.size() - 1);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
