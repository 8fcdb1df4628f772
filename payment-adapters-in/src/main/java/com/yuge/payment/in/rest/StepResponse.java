package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** One step of an order's story. */
@JsonPropertyOrder({"at", "kind", "what", "result", "detail"})
record StepResponse(String at, String kind, String what, String result, String detail) {}
