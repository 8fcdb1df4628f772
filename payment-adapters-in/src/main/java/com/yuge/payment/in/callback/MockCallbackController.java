package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.Messages;
import com.yuge.payment.in.web.RemoteAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the MOCK channel calls back. */
@RestController
final class MockCallbackController {
  static final String PATH = "/payments/mock-callback";

  private final CallbackBodies bodies;
  private final ReceiveMockCallback receive;
  private final Messages messages;

  MockCallbackController(CallbackBodies bodies, ReceiveMockCallback receive, Messages messages) {
    this.bodies = bodies;
    this.receive = receive;
    this.messages = messages;
  }

  @PostMapping(PATH)
  ResponseEntity<Envelope<CallbackAnswer>> receive(HttpServletRequest request) {
    CallbackOutcome outcome =
        receive.receive(
            bodies.read(request), SignatureHeaders.of(request), RemoteAddress.of(request));
    String message = messages.text(request, "callback." + outcome.reason().name());
    return Envelope.ok(CallbackAnswer.of(outcome, message));
  }
}
