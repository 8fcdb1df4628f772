package com.yuge.payment.app.e2e;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.devstack.PromptStop;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and stops the service in this JVM. */
public final class ServiceInJvm {
  private static final Queue<ConfigurableApplicationContext> STARTED =
      new ConcurrentLinkedQueue<>();

  private ServiceInJvm() {}

  public static ConfigurableApplicationContext start(List<String> arguments) {
    return start(new SpringApplication(PaymentApplication.class), arguments);
  }

  /** The same with one more configuration. */
  public static ConfigurableApplicationContext start(List<String> arguments, Class<?> more) {
    return start(new SpringApplication(PaymentApplication.class, more), arguments);
  }

  /** The same with something else in place of some of its beans. */
  public static ConfigurableApplicationContext start(
      List<String> arguments, BeanPostProcessor replacement) {
    SpringApplication application = new SpringApplication(PaymentApplication.class);
    application.addInitializers(
        context -> context.getBeanFactory().addBeanPostProcessor(replacement));
    return start(application, arguments);
  }

  private static ConfigurableApplicationContext start(
      SpringApplication application, List<String> arguments) {
    // At the JVM's end Spring would stop it while its servers end, and wait for them.
    application.setRegisterShutdownHook(false);
    ConfigurableApplicationContext started = application.run(arguments.toArray(String[]::new));
    STARTED.add(started);
    return started;
  }

  /** Stops those that still run. */
  static void stopAll() {
    STARTED.stream().filter(ConfigurableApplicationContext::isActive).forEach(ServiceInJvm::stop);
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
    boolean unused = STARTED.remove(context);
    PromptStop.of(context.getBean(DefaultMQProducer.class), context::close);
  }

  private static int port(ConfigurableApplicationContext context, String name) {
    return context.getEnvironment().getRequiredProperty(name, Integer.class);
  }
}
