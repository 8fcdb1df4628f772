package com.yuge.payment.in.web;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Puts the envelope where Tomcat has its error page, leaves bodies to those who read JSON, and
 * bounds what a request may be and how long it may take to come.
 */
final class TomcatRules implements WebServerFactoryCustomizer<TomcatWebServerFactory> {
  private final FailureAnswers answers;
  private final HttpProperties limits;

  TomcatRules(FailureAnswers answers, HttpProperties limits) {
    this.answers = answers;
    this.limits = limits;
  }

  @Override
  public void customize(TomcatWebServerFactory factory) {
    factory.setProtocol(PunctualProtocol.class.getName());
    factory.addContextCustomizers(this::replaceErrorPage);
    factory.addConnectorCustomizers(this::limit);
  }

  private void limit(Connector connector) {
    // Of no method: looking for a parameter must not read a form, whatever its length.
    connector.setParseBodyMethods("");
    // The size of a head bounds them; with a bound of its own Tomcat throws, which would be a 500.
    connector.setMaxLocaleCount(-1);
    PunctualProtocol protocol = (PunctualProtocol) connector.getProtocolHandler();
    // Who asks whether to send a body learns first that it is too long.
    protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
    protocol.setMaxHeaderCount(limits.maxHeaders());
    protocol.setHeadTimeout(limits.receiveTimeout());
    protocol.setConnectionUploadTimeout((int) limits.receiveTimeout().toMillis());
    protocol.setDisableUploadTimeout(false);
  }

  private void replaceErrorPage(Context context) {
    StandardHost host = (StandardHost) context.getParent();
    // Of several the innermost answers: without a name Tomcat adds none of its own behind ours.
    host.setErrorReportValveClass("");
    host.getPipeline().addValve(new CutOffValve(limits));
    host.getPipeline().addValve(new EnvelopeErrorValve(answers));
  }
}
