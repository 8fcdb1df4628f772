package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.Acknowledgement;
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

/** The channels' callback endpoints. Each channel gets an acknowledgement in its own format. */
@RestController
final class ChannelCallbackController {
  private final CallbackReaders readers;
  private final ReceiveCallback receive;

  ChannelCallbackController(CallbackReaders readers, ReceiveCallback receive) {
    this.readers = readers;
    this.receive = receive;
  }

  /**
   * Handles one callback. A refusal is answered in the channel's format. Any other error, such as a
   * database outage, gets the usual error response, which no channel takes for an acknowledgement.
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
      receive.receive(reader, kind, request);
      return answer(reader.accepted());
    } catch (ApiException refused) {
      return answer(reader.refused(refused.errorCode().status()));
    } catch (InvalidRequest malformed) {
      return answer(reader.refused(ErrorCode.BAD_REQUEST.status()));
    }
  }

  // The body is raw bytes with an explicit content type, so no Accept header can change it.
  private static ResponseEntity<byte[]> answer(Acknowledgement acknowledgement) {
    return ResponseEntity.status(acknowledgement.status())
        .header(HttpHeaders.CONTENT_TYPE, acknowledgement.contentType())
        .body(acknowledgement.body().getBytes(StandardCharsets.UTF_8));
  }
}
