package com.yuge.payment.consumer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads payloads, with a mapper of its own: the application's mapper may have another naming
 * strategy or other number types.
 */
public final class PaymentEventReader {
  /** Reads a JSON object. Numbers with a decimal point become BigDecimal. */
  interface Json {
    /**
     * Reads the body; null for JSON's null.
     *
     * @throws MalformedEventException if the body is not exactly one object
     */
    @Nullable Map<String, @Nullable Object> read(byte[] body);
  }

  private final Json json;

  private PaymentEventReader(Json json) {
    this.json = json;
  }

  /** Reads with Jackson 2, which must be on the class path. */
  public static PaymentEventReader withJackson2() {
    return new PaymentEventReader(new Jackson2());
  }

  /** Reads with Jackson 3, which must be on the class path. */
  public static PaymentEventReader withJackson3() {
    return new PaymentEventReader(new Jackson3());
  }

  /**
   * Reads the body of a message.
   *
   * @throws MalformedEventException if the body is not an event of this tag
   */
  public PaymentEvent read(PaymentEventTag tag, byte[] body) {
    Map<String, @Nullable Object> values = json.read(body);
    if (values == null) {
      throw new MalformedEventException("the body is null");
    }
    return tag.read(new EventFields(values));
  }
}
