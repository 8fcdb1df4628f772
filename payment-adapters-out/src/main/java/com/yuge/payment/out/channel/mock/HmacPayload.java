package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;

/**
 * What an HMAC covers in one version of the callbacks about payments: all that the channel says.
 */
sealed interface HmacPayload extends SignedFields permits HmacPayloadV2, HmacPayloadV3 {
  Md5Payload text();

  ChannelResult result();
}
