package com.yuge.payment.in.callback;

import com.yuge.payment.domain.channel.ChannelWord;

/** What an HMAC covers in one version of the scheme: all that the channel says. */
sealed interface HmacPayload permits SignedWord, HmacPayloadV3 {
  SignedText text();

  ChannelWord word();

  /** The signed bytes. They begin with the version, so no signature counts in another version. */
  byte[] bytes(String keyId);
}
