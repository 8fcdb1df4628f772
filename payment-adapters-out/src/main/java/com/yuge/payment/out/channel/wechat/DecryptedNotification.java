package com.yuge.payment.out.channel.wechat;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.util.GsonUtil;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.out.channel.StrictJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of a notification. It is read only if it has exactly one meaning. */
record DecryptedNotification(ObjectNode json, String plain) {

  /** Throws {@link InvalidValue} unless it is a JSON object without duplicate keys. */
  static DecryptedNotification of(byte[] plain) {
    return new DecryptedNotification(
        StrictJson.read(plain, ObjectNode.class), new String(plain, StandardCharsets.UTF_8));
  }

  /** Throws {@link InvalidValue} unless the SDK's model can be read from it. */
  <T> T as(Class<T> model) {
    try {
      return GsonUtil.getGson().fromJson(plain, model);
    } catch (JsonParseException e) {
      throw new InvalidValue("ciphertext", "json-object");
    }
  }

  /** The SDK's model of a refund lacks the merchant. */
  @Nullable String mchId() {
    JsonNode mchId = json.path("mchid");
    return mchId.isString() ? mchId.asString() : null;
  }
}
