package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackId;
import java.time.Instant;
import java.util.HexFormat;

/** The data that an MD5 signature covers, before a secret is appended. */
interface Md5Text {
  Enum<?> status();

  String nonce();

  /** The number of what the callback is about; of fixed length. */
  String number();

  /** Milliseconds since 1970, 13 digits. */
  String timestamp();

  default String joined() {
    return status().name() + nonce() + number() + timestamp();
  }

  /** The same callback sent again has the same id. */
  default CallbackId callbackId() {
    byte[] digest = Md5.of(number() + timestamp() + nonce());
    return new CallbackId(HexFormat.of().formatHex(digest));
  }

  default Instant sentAt() {
    return Instant.ofEpochMilli(Long.parseLong(timestamp()));
  }
}
