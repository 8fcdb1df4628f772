package com.yuge.payment.out.channel;

import java.net.http.HttpHeaders;

/** A channel's HTTP answer, whatever its status. */
public record HttpAnswer(int status, HttpHeaders headers, byte[] body) {}
