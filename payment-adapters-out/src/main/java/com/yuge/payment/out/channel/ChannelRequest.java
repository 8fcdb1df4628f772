package com.yuge.payment.out.channel;

import java.net.http.HttpRequest;

/**
 * An HTTP request to a channel.
 *
 * @param uriTemplate its path with names in place of numbers, such as {@code /trades/{payNo}}, for
 *     the metrics: each different path would be a time series of its own
 * @param http the request itself
 */
public record ChannelRequest(String uriTemplate, HttpRequest.Builder http) {}
