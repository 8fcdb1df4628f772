package com.yuge.payment.out.channel;

import com.yuge.payment.domain.callback.RawCallback;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/** Whether a callback's content type is JSON in UTF-8. */
public final class JsonType {
  private JsonType() {}

  /** Checks only the charset of an empty body, which is later refused as not a JSON object. */
  public static boolean isNamedBy(RawCallback raw) {
    boolean isEmpty = !raw.hasBody();
    return raw.header("Content-Type").map(type -> isJson(type, isEmpty)).orElse(isEmpty);
  }

  private static boolean isJson(String contentType, boolean isEmpty) {
    try {
      MimeType type = MimeTypeUtils.parseMimeType(contentType);
      return isUtf8(type.getCharset())
          && (isEmpty || MimeTypeUtils.APPLICATION_JSON.includes(type));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean isUtf8(@Nullable Charset charset) {
    return charset == null || charset.equals(StandardCharsets.UTF_8);
  }
}
