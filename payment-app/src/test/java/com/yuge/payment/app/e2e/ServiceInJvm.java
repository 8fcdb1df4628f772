package com.yuge.payment.app.e2e;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.devstack.PromptStop;
import java.util.List;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and stops the service in this JVM. */
public final class ServiceInJvm {
  private ServiceInJvm() {}

  public static ConfigurableApplicationContext start(List<String> arguments) {
    return SpringApplication.run(PaymentApplication.class, arguments.toArray(String[]::new));
  }

  /** The same with one more configuration. */
  public static ConfigurableApplicationContext start(List<String> arguments, Class<?> more) {
    Class<?>[] all = {PaymentApplication.class, more};
    return SpringApplication.run(all, arguments.toArray(String[]::new));
  }

  /** The same with something else in place of some of its beans. */
  public static ConfigurableApplicationContext start(
      List<String> arguments, BeanPostProcessor replacement) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addInitializers(
        context -> context.getBeanFactory().addBeanPostProcessor(replacement));
    return application.run(arguments.toArray(String[]::new));
  }

  public static PaymentApi api(ConfigurableApplicationContext context) {
    return new PaymentApi(port(context), managementPort(context));
  }

  public static int port(ConfigurableApplicationContext context) {
    return port(context, "local.server.port");
  }

  public static int managementPort(ConfigurableApplicationContext context) {
    return port(context, "local.management.port");
  }

  public static void stop(ConfigurableApplicationContext context) {
    PromptStop.of(context.getBean(DefaultMQProducer.class), context::close);
  }

  private static int port(ConfigurableApplicationContext context, String name) {
    return context.getEnvironment().getRequiredProperty(name, Integer.class);
  }
}
