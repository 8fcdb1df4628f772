package com.yuge.payment.in.callback;

import com.yuge.payment.in.web.Failure;
import com.yuge.payment.in.web.LimitedRequest;
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
    LimitedRequest limited = LimitedRequest.of(request);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      limited.bytes().transferTo(body);
    } catch (Refusal refused) {
      throw kept(request, body, reason(refused.failure()), refused);
    } catch (IOException broken) {
      throw kept(request, body, "UNREADABLE", new Refusal(Failure.BAD_REQUEST));
    }
    if (!limited.isUtf8() || (body.size() > 0 && !isJson(request.getContentType()))) {
      throw kept(request, body, "NOT_JSON", new Refusal(Failure.NOT_JSON));
    }
    return body.toByteArray();
  }

  private static String reason(Failure failure) {
    return switch (failure) {
      case BODY_TOO_SLOW -> "TOO_SLOW";
      case BODY_TOO_LARGE -> "TOO_LARGE";
      default -> failure.name();
    };
  }

  private Refusal kept(
      HttpServletRequest request, ByteArrayOutputStream body, String reason, Refusal refusal) {
    rejections.keep(RemoteAddress.of(request), body.toString(StandardCharsets.UTF_8), reason);
    return refusal;
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
