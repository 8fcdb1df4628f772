package com.yuge.payment.domain.violations;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Rule 1: digests are an adapter's business. */
final class KnowsDigests {
  MessageDigest digest() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256");
  }
}
