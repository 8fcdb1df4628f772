package com.yuge.payment.in.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The format of every response. It always has three fields; {@code data} is null on failure. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"code", "message", "data"})
public record Envelope<T>(String code, String message, @Nullable T data) {
  /** Returns a success. The content type is explicit, so no Accept header causes a 406. */
  public static <T> ResponseEntity<Envelope<T>> ok(T data) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Envelope<>("00000", "success", data));
  }
}
