package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackVerdict;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the MOCK channel calls back. */
@RestController
final class MockCallbackController {
  private final ReceiveMockCallback receive;
  private final Messages messages;

  MockCallbackController(ReceiveMockCallback receive, Messages messages) {
    this.receive = receive;
    this.messages = messages;
  }

  @PostMapping(path = "/payments/mock-callback", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<CallbackAnswer>> receive(
      @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
    CallbackVerdict verdict = receive.receive(body);
    String message = messages.text(request, "callback." + verdict.reason().name());
    return Envelope.ok(CallbackAnswer.of(verdict, message));
  }
}
