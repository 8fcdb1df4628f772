package com.yuge.payment.in.callback;

import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.LimitedRequest;
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
    } catch (ApiException refused) {
      throw recorded(request, body, reason(refused.errorCode()), refused);
    } catch (IOException broken) {
      throw recorded(request, body, "UNREADABLE", new ApiException(ErrorCode.BAD_REQUEST));
    }
    if (!limited.isUtf8() || (body.size() > 0 && !isJson(request.getContentType()))) {
      throw recorded(request, body, "NOT_JSON", new ApiException(ErrorCode.NOT_JSON));
    }
    return body.toByteArray();
  }

  private static String reason(ErrorCode errorCode) {
    return switch (errorCode) {
      case BODY_TOO_SLOW -> "TOO_SLOW";
      case BODY_TOO_LARGE -> "TOO_LARGE";
      default -> errorCode.name();
    };
  }

  private ApiException recorded(
      HttpServletRequest request,
      ByteArrayOutputStream body,
      String reason,
      ApiException exception) {
    rejections.record(RemoteAddress.of(request), body.toString(StandardCharsets.UTF_8), reason);
    return exception;
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
