package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the payer's client has to do next.
 *
 * @param type QR: show payUrl as a code; REDIRECT: open payUrl; JSAPI: give params to the channel's
 *     script
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "payUrl", "params"})
record PayerActionResponse(String type, @Nullable String payUrl, Map<String, String> params) {}
