package com.yuge.payment.domain.callback;

/**
 * An HTTP answer in a channel's own words.
 *
 * @param contentType the body's type, with its charset where it has one
 */
public record Acknowledgement(int status, String contentType, String body) {}
