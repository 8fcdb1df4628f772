package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;

/** What an HMAC covers in one version of the scheme: all that the channel says. */
sealed interface HmacPayload permits HmacPayloadV2, HmacPayloadV3 {
  Md5Payload text();

  ChannelResult result();

  /** The signed bytes. They begin with the version, so no signature counts in another version. */
  byte[] bytes(String keyId);
}
