package com.yuge.payment.consumer;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.ClassUtils;

/** The readers whose Jackson is there: on Spring Boot 3.5 one, on 4.1 both. */
final class Readers {
  private Readers() {}

  static List<PaymentEventReader> present() {
    List<PaymentEventReader> present = new ArrayList<>();
    if (ClassUtils.isPresent("com.fasterxml.jackson.databind.json.JsonMapper", null)) {
      present.add(PaymentEventReader.withJackson2());
    }
    if (ClassUtils.isPresent("tools.jackson.databind.json.JsonMapper", null)) {
      present.add(PaymentEventReader.withJackson3());
    }
    return present;
  }

  static PaymentEventReader any() {
    return present().get(0);
  }
}
