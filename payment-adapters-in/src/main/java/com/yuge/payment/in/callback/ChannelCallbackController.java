package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.in.web.ApiException;
import com.yuge.payment.in.web.ErrorCode;
import com.yuge.payment.in.web.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where channels call back; each is answered in its own words. */
@RestController
final class ChannelCallbackController {
  private final CallbackReaders readers;
  private final ReceiveCallback receive;

  ChannelCallbackController(CallbackReaders readers, ReceiveCallback receive) {
    this.readers = readers;
    this.receive = receive;
  }

  /**
   * Answers as the channel understands it. What may go better next time, such as while the store is
   * away, is answered as everywhere: no channel takes an error for its word of acknowledgement.
   */
  @PostMapping("/channels/{channel}/{kind}")
  ResponseEntity<byte[]> receive(
      @PathVariable String channel, @PathVariable String kind, HttpServletRequest request) {
    CallbackReader reader =
        readers.find(channel, kind).orElseThrow(() -> new ApiException(ErrorCode.NO_SUCH_PATH));
    try {
      if (request.getQueryString() != null) {
        throw receive.refuseQuery(reader, request);
      }
      CallbackOutcome unused = receive.receive(reader, kind, request);
      return answer(reader.accepted());
    } catch (ApiException refused) {
      return answer(reader.refused(refused.errorCode().status()));
    } catch (InvalidRequest malformed) {
      return answer(reader.refused(ErrorCode.BAD_REQUEST.status()));
    }
  }

  // Bytes with their type named: no Accept header turns them into anything else.
  private static ResponseEntity<byte[]> answer(Acknowledgement acknowledgement) {
    return ResponseEntity.status(acknowledgement.status())
        .header(HttpHeaders.CONTENT_TYPE, acknowledgement.contentType())
        .body(acknowledgement.body().getBytes(StandardCharsets.UTF_8));
  }
}
