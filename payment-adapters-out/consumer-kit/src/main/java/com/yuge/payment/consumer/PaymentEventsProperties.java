package com.yuge.payment.consumer;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events come from, and how they are consumed.
 *
 * @param nameServer addresses host:port of name servers, separated by semicolons
 * @param group the application's consumer group; all its instances have the same one, and no other
 *     application
 * @param topic topic of the events; should exist
 * @param autoStartup whether the consumer starts with the application
 * @param retry what happens to an event that could not be handled
 * @param client the client of RocketMQ
 * @param security keys for a broker with ACL, and TLS
 */
@ConfigurationProperties("payment-events")
public record PaymentEventsProperties(
    String nameServer,
    String group,
    @DefaultValue(TOPIC) String topic,
    @DefaultValue("true") boolean autoStartup,
    @DefaultValue Retry retry,
    @DefaultValue Client client,
    @DefaultValue Security security) {
  private static final String TOPIC = "PAYMENT_TOPIC";
  private static final String ADDRESS = "[^\\s;]+:\\d{1,5}";
  private static final String NAME = "[%|a-zA-Z0-9_-]";

  public PaymentEventsProperties {
    check("name-server", nameServer, ADDRESS + "(;" + ADDRESS + ")*", "host:port;host:port");
    // RocketMQ puts "%RETRY%" before it and has at most 127 characters for both.
    check("group", group, NAME + "{1,120}", "1 to 120 of A-Z a-z 0-9 _ - % |");
    check("topic", topic, NAME + "{1,127}", "1 to 127 of A-Z a-z 0-9 _ - % |");
  }

  /** The usual settings, for use without Spring Boot. */
  public static PaymentEventsProperties of(String nameServer, String group) {
    return new PaymentEventsProperties(
        nameServer, group, TOPIC, true, Retry.USUAL, Client.USUAL, Security.NONE);
  }

  private static void check(String name, @Nullable String value, String pattern, String rule) {
    if (value == null || !Pattern.matches(pattern, value)) {
      throw new IllegalArgumentException(
          "payment-events.%s must be %s, and is %s".formatted(name, rule, value));
    }
  }

  private static void check(String name, boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("payment-events.%s must be %s".formatted(name, rule));
    }
  }

  /**
   * What happens to an event that could not be handled. Failures of the database are not counted.
   *
   * @param maxAttempts attempts in all; then the event goes to the dead letter queue
   * @param pause time between two attempts; all later events in the same queue wait too
   */
  public record Retry(@DefaultValue("16") int maxAttempts, @DefaultValue("1s") Duration pause) {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Long enough for another service to restart. */
    public static final Retry USUAL = new Retry(16, Duration.ofSeconds(1));

    public Retry {
      check("retry.max-attempts", maxAttempts >= 1, "at least 1");
      // The client silently replaces a value outside these two by the nearer one.
      check(
          "retry.pause",
          pause.compareTo(SHORTEST) >= 0 && pause.compareTo(LONGEST) <= 0,
          "10ms to 30s");
    }
  }

  /**
   * The client of RocketMQ.
   *
   * @param threads events that are handled at once; each needs a connection to the database
   * @param instanceName a name that no other running instance has; an instance that is started
   *     again under its name has its queues at once, also after it was killed
   * @param stopTimeout time that running handlers have to end when the application stops; then they
   *     are interrupted and their work is rolled back
   */
  public record Client(
      @DefaultValue("4") int threads,
      @Nullable String instanceName,
      @DefaultValue("10s") Duration stopTimeout) {
    private static final int MOST_THREADS = 1000;

    public static final Client USUAL = new Client(4, null, Duration.ofSeconds(10));

    public Client {
      check("client.threads", threads >= 1 && threads <= MOST_THREADS, "1 to " + MOST_THREADS);
      check("client.stop-timeout", !stopTimeout.isNegative(), "0 or longer");
    }
  }

  /**
   * Keys for a broker with ACL, and TLS.
   *
   * @param accessKey the user that the broker knows; both keys or neither
   * @param secretKey the user's password, with which each request is signed
   * @param sslBundle the bundle of spring.ssl.bundle for TLS with all name servers and brokers; its
   *     truststore has the authority that signed the servers' certificates
   */
  public record Security(
      @Nullable String accessKey, @Nullable String secretKey, @Nullable String sslBundle) {
    public static final Security NONE = new Security(null, null, null);

    public Security {
      check("security.access-key", isSet(accessKey) || !isSet(secretKey), "set with secret-key");
      check("security.secret-key", isSet(secretKey) || !isSet(accessKey), "set with access-key");
    }

    boolean hasKeys() {
      return isSet(accessKey);
    }

    private static boolean isSet(@Nullable String key) {
      return key != null && !key.isBlank();
    }

    /** Hides the secret. */
    @Override
    public String toString() {
      return "Security[accessKey=%s, secretKey=***, sslBundle=%s]".formatted(accessKey, sslBundle);
    }
  }
}
