package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.in.web.Envelope;
import com.yuge.payment.in.web.Messages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The MOCK channel's callback on its original path. The response is an envelope. */
@RestController
final class MockCallbackController {
  static final String PATH = "/payments/mock-callback";
  static final String CHANNEL = "mock";
  static final String KIND = "payments";

  private final CallbackReader reader;
  private final ReceiveCallback receive;
  private final Messages messages;

  MockCallbackController(CallbackReader reader, ReceiveCallback receive, Messages messages) {
    this.reader = reader;
    this.receive = receive;
    this.messages = messages;
  }

  @PostMapping(PATH)
  ResponseEntity<Envelope<CallbackAnswer>> receive(HttpServletRequest request) {
    CallbackOutcome outcome = receive.receivePayment(reader, KIND, request);
    String message = messages.text(request, "callback." + outcome.reason().name());
    return Envelope.ok(CallbackAnswer.of(outcome, message));
  }
}
