package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** One entry of an order's timeline. */
@JsonPropertyOrder({"at", "kind", "what", "result", "detail"})
record TimelineEntryResponse(String at, String kind, String what, String result, String detail) {}
