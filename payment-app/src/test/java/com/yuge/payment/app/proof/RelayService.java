package com.yuge.payment.app.proof;

import com.yuge.payment.devstack.PromptStop;
import java.util.List;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance in this JVM, with whatever is put between it and its ports. */
public final class RelayService implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private RelayService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** The application without web and channels, with whatever is put between it and its ports. */
  public static SpringApplication application(BeanPostProcessor... between) {
    SpringApplication application = new SpringApplication(RelayBeans.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.addInitializers(
        context -> {
          for (BeanPostProcessor one : between) {
            context.getBeanFactory().addBeanPostProcessor(one);
          }
        });
    return application;
  }

  static RelayService start(ProofEnvironment environment, BeanPostProcessor... between) {
    return new RelayService(application(between).run(environment.arguments("true")));
  }

  /** The same with settings of its own, such as {@code --payment.rocketmq.access-key=service}. */
  static RelayService start(
      ProofEnvironment environment, List<String> settings, BeanPostProcessor... between) {
    return new RelayService(
        application(between).run(environment.arguments(settings.toArray(String[]::new))));
  }

  /** An instance with a command line of one's own. */
  public static RelayService start(List<String> arguments, BeanPostProcessor... between) {
    return new RelayService(application(between).run(arguments.toArray(String[]::new)));
  }

  /** The same without a relay: it only makes payments. */
  static RelayService startProducer(ProofEnvironment environment) {
    return new RelayService(
        application().run(environment.arguments("--payment.outbox.relay.enabled=false")));
  }

  public Payments payments() {
    return context.getBean(Payments.class);
  }

  public JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    PromptStop.of(context.getBean(DefaultMQProducer.class), context::close);
  }
}
