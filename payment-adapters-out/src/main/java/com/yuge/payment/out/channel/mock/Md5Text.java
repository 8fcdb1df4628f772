package com.yuge.payment.out.channel.mock;

/** The text that an MD5 signature covers, with a secret after it. */
interface Md5Text {
  String joined();
}
