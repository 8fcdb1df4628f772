package com.yuge.payment.in.callback;

import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.Refusal;
import com.yuge.payment.in.web.RemoteAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads callbacks by hand: the framework would refuse some of them before they were kept. */
final class CallbackBodies {
  private final Rejections rejections;

  CallbackBodies(Rejections rejections) {
    this.rejections = rejections;
  }

  byte[] read(HttpServletRequest request) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      request.getInputStream().transferTo(body);
    } catch (Refusal refused) {
      String reason = refused.failure() == Failure.BODY_TOO_SLOW ? "TOO_SLOW" : "TOO_LARGE";
      rejections.keep(RemoteAddress.of(request), body.toString(StandardCharsets.UTF_8), reason);
      throw refused;
    } catch (IOException broken) {
      rejections.keep(
          RemoteAddress.of(request), body.toString(StandardCharsets.UTF_8), "UNREADABLE");
      throw new Refusal(Failure.BAD_REQUEST);
    }
    if (body.size() > 0 && !isJson(request.getContentType())) {
      rejections.keep(RemoteAddress.of(request), body.toString(StandardCharsets.UTF_8), "NOT_JSON");
      throw new Refusal(Failure.NOT_JSON);
    }
    return body.toByteArray();
  }

  private static boolean isJson(@Nullable String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }
}
