package com.yuge.payment.in.callback;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.LimitedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Reads a callback's raw bytes, whatever their content type. The framework would refuse some bodies
 * before the callback could be recorded.
 */
record CallbackBodies(Rejections rejections) {
  byte[] read(PayChannel channel, HttpServletRequest request) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      LimitedRequest.of(request).bytes().transferTo(body);
      return body.toByteArray();
    } catch (ApiException refused) {
      rejections.unread(channel, request, body.toByteArray(), reason(refused.errorCode()));
      throw refused;
    } catch (IOException broken) {
      rejections.unread(channel, request, body.toByteArray(), "UNREADABLE");
      throw new ApiException(ErrorCode.BAD_REQUEST);
    }
  }

  private static String reason(ErrorCode errorCode) {
    return switch (errorCode) {
      case BODY_TOO_SLOW -> "TOO_SLOW";
      case BODY_TOO_LARGE -> "TOO_LARGE";
      default -> errorCode.name();
    };
  }
}
