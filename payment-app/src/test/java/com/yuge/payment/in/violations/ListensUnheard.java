package com.yuge.payment.in.violations;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/** Spring would never call it. */
final class ListensUnheard {
  private boolean heard;

  @EventListener
  void refreshed(ContextRefreshedEvent event) {
    heard = true;
  }

  boolean heard() {
    return heard;
  }
}
