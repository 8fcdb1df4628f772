package com.yuge.payment.app.settings;

import com.yuge.payment.out.rocketmq.RocketMqProperties;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Checks what RocketMQ's client needs besides its own settings. */
final class RocketMqRules {
  private static final String RULE =
      "payment.rocketmq.ssl-bundle must name a bundle below spring.ssl.bundle that can be read and"
          + " has a truststore: ";

  private RocketMqRules() {}

  /** Returns one line for each broken rule: the key, a space, the rule. */
  static List<String> broken(ApplicationContext settings) {
    String bundle = settings.getBean(RocketMqProperties.class).sslBundle();
    return bundle == null ? List.of() : broken(bundle, settings.getBean(SslBundles.class));
  }

  // Bundles throw different exceptions for an unknown name, a missing file and a broken file.
  private static List<String> broken(String name, SslBundles bundles) {
    try {
      SslBundle bundle = bundles.getBundle(name);
      SSLContext unused = bundle.createSslContext(); // Reads all files.
      return bundle.getStores().getTrustStore() == null
          ? List.of(RULE + name + " has no truststore")
          : List.of();
    } catch (RuntimeException e) {
      return List.of(RULE + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    }
  }
}
