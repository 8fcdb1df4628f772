package com.yuge.payment.domain.callback;

/**
 * An HTTP answer in the format that a channel expects.
 *
 * @param contentType the body's type, with its charset if it has one
 */
public record Acknowledgement(int status, String contentType, String body) {}
