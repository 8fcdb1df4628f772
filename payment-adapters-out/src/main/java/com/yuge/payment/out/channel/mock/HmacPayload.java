package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;

/** The data that an HMAC covers in one version of the scheme: everything that the channel says. */
sealed interface HmacPayload permits HmacPayloadV2, HmacPayloadV3 {
  Md5Payload text();

  ChannelResult result();

  /** The signed bytes. They begin with the version, so a signature is valid in one version only. */
  byte[] bytes(String keyId);
}
