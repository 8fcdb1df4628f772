package com.yuge.payment.in.web;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Puts the envelope where Tomcat has its error page, and leaves bodies to those who read JSON. */
final class TomcatRules implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final FailureAnswers answers;
  private final HttpProperties limits;

  TomcatRules(FailureAnswers answers, HttpProperties limits) {
    this.answers = answers;
    this.limits = limits;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(this::replaceErrorPage);
    // Of no method: looking for a parameter must not read a form, whatever its length.
    factory.addConnectorCustomizers(
        connector -> connector.setParseBodyMethods(""), this::limitHeaders);
  }

  private void limitHeaders(Connector connector) {
    ((AbstractProtocol<?>) connector.getProtocolHandler()).setMaxHeaderCount(limits.maxHeaders());
  }

  private void replaceErrorPage(Context context) {
    StandardHost host = (StandardHost) context.getParent();
    // Of several the innermost answers: without a name Tomcat adds none of its own behind ours.
    host.setErrorReportValveClass("");
    host.getPipeline().addValve(new CutOffValve());
    host.getPipeline().addValve(new EnvelopeErrorValve(answers));
  }
}
