package com.yuge.payment.app.bench.recovery;

import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Prints each call of the relay's ports that was slow or failed, with the time of its end. */
final class TracedPorts implements BeanPostProcessor {
  private static final long SLOW_MILLIS = 100;

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof EventSender) {
      return traced(EventSender.class, bean);
    }
    if (bean instanceof PendingEvents) {
      return traced(PendingEvents.class, bean);
    }
    return bean instanceof PartitionLeases ? traced(PartitionLeases.class, bean) : bean;
  }

  private static Object traced(Class<?> port, Object real) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> {
          long begun = System.nanoTime();
          try {
            Object answer = method.invoke(real, arguments);
            tell(method, arguments, begun, answer instanceof SendOutcome.Sent ? "" : answer);
            return answer;
          } catch (InvocationTargetException e) {
            tell(method, arguments, begun, e.getTargetException());
            throw e.getTargetException();
          }
        });
  }

  private static void tell(Method method, Object[] arguments, long begun, Object answer) {
    long millis = (System.nanoTime() - begun) / 1_000_000;
    boolean failed = answer instanceof Throwable || answer instanceof SendOutcome;
    if (failed || millis > SLOW_MILLIS) {
      String what = method.getName() + (arguments[0] instanceof Integer ? " " + arguments[0] : "");
      String why = failed ? String.valueOf(answer).lines().findFirst().orElse("") : "";
      System.out.printf("%d %s %d ms %s%n", System.currentTimeMillis(), what, millis, why);
    }
  }
}
