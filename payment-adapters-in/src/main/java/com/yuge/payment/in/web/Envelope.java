package com.yuge.payment.in.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The one form of every answer: always these three, {@code data} null on a failure. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"code", "message", "data"})
public record Envelope<T>(String code, String message, @Nullable T data) {
  /** Names the content type, so that no Accept header can turn an answer into a 406. */
  public static <T> ResponseEntity<Envelope<T>> ok(T data) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Envelope<>("00000", "success", data));
  }
}
