package com.yuge.payment.channelfakes.wechat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a notification says before it is encrypted.
 *
 * @param id the same in every try
 * @param type such as TRANSACTION.SUCCESS
 * @param originalType transaction or refund
 * @param resource the content that will be encrypted
 */
public record WechatEvent(
    String id, Instant createTime, String type, String originalType, Map<String, Object> resource) {
  /** An event about a payment. */
  public static WechatEvent ofTransaction(Instant now, Map<String, Object> resource) {
    return new WechatEvent(
        UUID.randomUUID().toString(), now, "TRANSACTION.SUCCESS", "transaction", resource);
  }

  /** An event about a refund, of type REFUND.SUCCESS, REFUND.ABNORMAL or REFUND.CLOSED. */
  public static WechatEvent ofRefund(Instant now, String type, Map<String, Object> resource) {
    return new WechatEvent(UUID.randomUUID().toString(), now, type, "refund", resource);
  }
}
